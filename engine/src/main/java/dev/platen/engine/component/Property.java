package dev.platen.engine.component;

import java.util.List;

/**
 * What a component can be given.
 *
 * @param name of the member of {@code props}
 * @param kind what its value is
 * @param isRequired whether the component makes no sense without it
 * @param choices the values that are allowed; empty for all
 */
record Property(String name, Kind kind, boolean isRequired, List<String> choices) {
    Property {
        choices = List.copyOf(choices);
    }

    static Property of(String name, Kind kind) {
        return new Property(name, kind, false, List.of());
    }

    static Property required(String name, Kind kind) {
        return new Property(name, kind, true, List.of());
    }

    static Property choice(String name, String... choices) {
        return new Property(name, Kind.CHOICE, false, List.of(choices));
    }

    /** Types of properties. */
    enum Kind {
        /** Text, a number, or an expression. */
        TEXT("a string, a number or an expression"),
        /** True or false, or an expression. */
        FLAG("true, false or an expression"),
        /** A whole number. */
        COUNT("a whole number from 0"),
        /** One of a few words. */
        CHOICE("a string"),
        /** An expression, as a string or as an object; or the list itself. */
        LIST("an expression that gives a list, or an array"),
        /** An expression, as a string or as an object. */
        EXPRESSION("an expression, such as \"item.amount\""),
        /** An array of objects or strings that the component explains itself. */
        ARRAY("an array"),
        /** An object that the component explains itself. */
        OBJECT("an object");

        private final String expected;

        Kind(String expected) {
            this.expected = expected;
        }

        String expected() {
            return expected;
        }
    }
}
