package dev.platen.benchmarks.oracle;

/** What is compared of a field that both pages show. */
enum Attribute {
    KIND("kind"),
    LABEL("label"),
    REQUIRED("required"),
    DISABLED("disabled"),
    READONLY("readonly"),
    VALUE("value"),
    OPTIONS("options"),
    OPTION_VALUES("option values"),
    ERRORS("errors");

    private final String label;

    Attribute(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String of(Field field) {
        return switch (this) {
            case KIND -> field.kind();
            case LABEL -> field.label();
            case REQUIRED -> Boolean.toString(field.isRequired());
            case DISABLED -> Boolean.toString(field.isDisabled());
            case READONLY -> Boolean.toString(field.isReadonly());
            case VALUE -> field.value();
            case OPTIONS -> String.join(" | ", field.options());
            case OPTION_VALUES -> String.join(" | ", field.optionValues());
            case ERRORS -> Boolean.toString(field.hasErrors());
        };
    }

    /** A peer that gives a field no name has nothing to agree with, and most fields have no options. */
    boolean isNothingToCompare(String theirs, String ours) {
        return switch (this) {
            case LABEL -> theirs.isEmpty();
            case OPTIONS, OPTION_VALUES -> theirs.isEmpty() && ours.isEmpty();
            case KIND, REQUIRED, DISABLED, READONLY, VALUE, ERRORS -> false;
        };
    }
}
