package dev.platen.engine.compile;

import dev.platen.engine.component.ComponentDialect;
import dev.platen.engine.dialect.Dialect;
import dev.platen.engine.element.ElementDialect;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.jsonforms.JsonFormsDialect;
import dev.platen.engine.jsonschema.JsonSchemaDialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The dialects, the most particular first; the last one takes what no other recognises. */
final class Dialects {
    private static final List<Dialect> FORMS = List.of(new JsonFormsDialect(), new JsonSchemaDialect());

    private final List<Dialect> all =
            List.of(FORMS.getFirst(), new ComponentDialect(FORMS), new ElementDialect(), FORMS.getLast());

    /** The dialect of this name where there is one, else the only one that the document looks like. */
    Choice choose(Value document, Optional<String> name) {
        return name.map(this::named).orElseGet(() -> recognised(document));
    }

    private Choice named(String name) {
        return all.stream()
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .<Choice>map(Chosen::new)
                .orElseGet(() -> new Doubtful(
                        "there is no dialect '%s'; choose one of %s, or leave it out".formatted(name, names(all))));
    }

    private Choice recognised(Value document) {
        if (document instanceof ObjectValue object
                && object.members().containsKey("uischema")
                && object.members().containsKey("uiSchema")) {
            return new Doubtful("the document has both 'uischema', as in json-forms, and 'uiSchema', as in json-schema;"
                    + " remove one, or name the dialect");
        }
        List<Dialect> candidates = all.subList(0, all.size() - 1).stream()
                .filter(dialect -> dialect.recognises(document))
                .toList();
        if (candidates.size() > 1) {
            return new Doubtful("the document can be read as %s; name the dialect".formatted(names(candidates)));
        }
        return new Chosen(candidates.isEmpty() ? all.getLast() : candidates.getFirst());
    }

    private static String names(List<Dialect> dialects) {
        return dialects.stream().map(Dialect::name).collect(Collectors.joining(", "));
    }

    /** What came of looking for a dialect. */
    sealed interface Choice {}

    /** The dialect to read the document as. */
    record Chosen(Dialect dialect) implements Choice {}

    /** Why none is chosen. */
    record Doubtful(String reason) implements Choice {}
}
