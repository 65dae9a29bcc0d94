package dev.platen.engine.submit;

import java.util.Arrays;
import java.util.Locale;

/**
 * The button that a form was posted with.
 *
 * @param kind what it does
 * @param target id of the part that it does it to; empty for none
 */
record Pressed(Kind kind, String target) {
    static Pressed in(Posted posted) {
        return Arrays.stream(Kind.values())
                .filter(kind -> posted.has(kind.button()))
                .findFirst()
                .map(kind -> new Pressed(kind, posted.first(kind.button()).orElse("")))
                .orElse(new Pressed(Kind.SUBMIT, ""));
    }

    boolean is(Kind expected, String id) {
        return kind == expected && target.equals(id);
    }

    /** What buttons do; each is named after it. */
    enum Kind {
        ADD,
        REMOVE,
        /** Removes a file from its control. */
        CLEAR,
        UP,
        DOWN,
        COPY,
        OPEN,
        CLOSE,
        CHOOSE,
        PAGE,
        SUBMIT;

        String button() {
            return "_" + name().toLowerCase(Locale.ROOT);
        }
    }
}
