package dev.platen.benchmarks.conformance;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.html.Ids;
import dev.platen.engine.render.View;
import dev.platen.engine.validate.FieldErrors;
import dev.platen.engine.validate.ValidationError;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with the data that a document brings: JSON Forms says so at once, others when a form was submitted. */
final class FirstErrors {
    private static final String SAYING_AT_ONCE = "json-forms";
    private static final Validator VALIDATOR = new Validator(Limits.DEFAULT);

    private FirstErrors() {}

    /** The errors, at the ids of their fields; none where the dialect shows none at first. */
    static View in(String dialect, byte[] document, byte[] data) {
        if (!dialect.equals(SAYING_AT_ONCE) || !(VALIDATOR.validate(document, data) instanceof Validated validated)) {
            return View.NONE;
        }
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (ValidationError error : FieldErrors.of(validated)) {
            errors.computeIfAbsent(id(error.instanceLocation()), _ -> new ArrayList<>())
                    .add(error.error());
        }
        return new View(errors, Map.of(), Map.of(), Set.of());
    }

    private static String id(String pointer) {
        StringBuilder id = new StringBuilder("root");
        for (String step : pointer.split("/", -1)) {
            if (!step.isEmpty()) {
                id.append('_').append(Ids.encoded(step.replace("~1", "/").replace("~0", "~")));
            }
        }
        return id.toString();
    }
}
