package dev.platen.engine.json;

import dev.platen.contract.problem.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document a value stands. Pointers are put together only when somebody asks, so that deep documents stay
 * cheap.
 *
 * @param parent place of the object or array around it; null for the root
 * @param step name or index within the parent; empty for the root
 * @param line from 1
 * @param column from 1
 */
public record Place(@Nullable Place parent, String step, int line, int column) {
    /** The JSON Pointer (RFC 6901) to the value. */
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Place place = this; place.parent != null; place = place.parent) {
            pointer.insert(0, "/" + place.step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** The place that everything in the document is within. */
    public Place outermost() {
        Place place = this;
        while (place.parent != null) {
            place = place.parent;
        }
        return place;
    }

    /** A finding here because of which the document is refused. */
    public Diagnostic error(String code, String message) {
        return Diagnostic.error(code, pointer(), line, column, message);
    }

    /** A finding here that the author should know. */
    public Diagnostic warning(String code, String message) {
        return Diagnostic.warning(code, pointer(), line, column, message);
    }
}
