package dev.platen.benchmarks.oracle;

import java.util.function.Function;

/** What is compared of a field that both pages show. */
enum Attribute {
    KIND("kind", Field::kind),
    LABEL("label", Field::label),
    REQUIRED("required", field -> Boolean.toString(field.isRequired())),
    DISABLED("disabled", field -> Boolean.toString(field.isDisabled())),
    READONLY("readonly", field -> Boolean.toString(field.isReadonly())),
    VALUE("value", Field::value),
    OPTIONS("options", field -> String.join(" | ", field.options())),
    OPTION_VALUES("option values", field -> String.join(" | ", field.optionValues())),
    ERRORS("errors", field -> Boolean.toString(field.hasErrors()));

    private final String label;
    private final Function<Field, String> reader;

    Attribute(String label, Function<Field, String> reader) {
        this.label = label;
        this.reader = reader;
    }

    String label() {
        return label;
    }

    String of(Field field) {
        return reader.apply(field);
    }
}
