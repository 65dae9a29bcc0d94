package dev.platen.engine.component;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Inner;
import dev.platen.engine.ir.Node;
import dev.platen.engine.ir.Node.Section;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one form of a page, and which of its parts were not shown yet. Its data is that of the page. Not thread-safe.
 */
final class PageForm {
    private final @Nullable Form form;
    private final Findings findings;
    private final List<Node> left = new ArrayList<>();
    private boolean isBegun;
    private boolean isDivided;

    /** A form; null where the document has no schema for one. */
    PageForm(@Nullable Form form, Findings findings) {
        this.form = form;
        this.findings = findings;
        if (form != null && form.root() instanceof Section section) {
            left.addAll(section.children());
        }
    }

    /** To be called where the form begins. */
    Optional<Form> begin(Place place) {
        if (form == null) {
            findings.error(
                    place,
                    "schema-missing",
                    "a page with a 'form' needs a 'schema' beside its 'type', and may have a 'uiSchema' or 'uischema'");
        } else if (isBegun) {
            findings.error(place, "form-repeated", "a page has one form; put the other one into a page of its own");
        }
        boolean isFirst = !isBegun;
        isBegun = true;
        return isFirst ? Optional.ofNullable(form) : Optional.empty();
    }

    /** The parts that were not shown yet: the whole of the form where none was. */
    List<Node> rest(Place place) {
        if (form == null || !isWithin(place)) {
            return List.of();
        }
        if (!isDivided) {
            isDivided = true;
            left.clear();
            return List.of(form.root());
        }
        List<Node> rest = left.stream().map(this::placed).toList();
        left.clear();
        return rest;
    }

    /** The part that shows one property. */
    List<Node> field(StringValue name) {
        if (form == null || !isWithin(name.place())) {
            return List.of();
        }
        isDivided = true;
        List<Node> found =
                left.stream().filter(node -> shows(node, name.text())).toList();
        if (found.isEmpty()) {
            findings.error(
                    name.place(),
                    "field-unknown",
                    "the form has no property '%s', or it was shown before; its properties left are %s"
                            .formatted(name.text(), names()));
        }
        left.removeAll(found);
        return found.stream().map(this::placed).toList();
    }

    private boolean isWithin(Place place) {
        if (!isBegun) {
            findings.error(place, "field-outside", "'fields' belongs into a 'form'; put it there");
        }
        return isBegun;
    }

    private String names() {
        return left.stream()
                .flatMap(node -> node.spot().members().stream().limit(1))
                .map(name -> "'" + name + "'")
                .reduce((one, other) -> one + ", " + other)
                .orElse("none");
    }

    /** A part that is there under a condition counts as what it shows then. */
    private static boolean shows(Node node, String name) {
        return node.spot().members().isEmpty()
                ? Inner.of(node).stream().anyMatch(inner -> shows(inner, name))
                : node.spot().members().getFirst().equals(name);
    }

    /** The part as it is without the frame of the form around it: its id begins with that of the form. */
    private Node placed(Node node) {
        if (node.spot().members().isEmpty() && node.spot().id().isEmpty()) {
            return Inner.map(node, this::placed);
        }
        String around = form == null ? "" : form.root().spot().id();
        return Inner.at(
                node, new Spot(node.spot().members(), around + node.spot().id()));
    }
}
