package dev.platen.engine.compile;

import dev.platen.engine.dialect.Dialect;
import dev.platen.engine.json.Value;
import dev.platen.engine.jsonschema.JsonSchemaDialect;
import java.util.List;

/** The dialects, the most particular first; the last one takes what no other recognises. */
final class Dialects {
    private static final List<Dialect> ALL = List.of(new JsonSchemaDialect());

    private Dialects() {}

    static Dialect of(Value document) {
        return ALL.stream()
                .filter(dialect -> dialect.recognises(document))
                .findFirst()
                .orElse(ALL.getLast());
    }
}
