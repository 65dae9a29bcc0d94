package dev.platen.engine.ir;

import java.util.List;
import java.util.Map;

/** How one value is entered. */
public sealed interface Control {
    /**
     * A single line.
     *
     * @param type what is entered
     * @param bounds what the browser checks; the order is that of the page
     */
    record Line(LineType type, Map<Bound, String> bounds) implements Control {
        /** Keeps what it is given; the order matters. */
        public Line {
            bounds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(bounds));
        }
    }

    /**
     * Several lines.
     *
     * @param rows height, in lines
     * @param bounds what the browser checks
     */
    record Lines(int rows, Map<Bound, String> bounds) implements Control {
        /** Keeps what it is given; the order matters. */
        public Lines {
            bounds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(bounds));
        }
    }

    /** Yes or no, in one box. */
    record Box() implements Control {}

    /**
     * One option from a list that opens.
     *
     * @param hasEmpty whether nothing may be chosen
     */
    record Menu(List<Choosable> options, boolean hasEmpty) implements Control {
        /** Keeps a copy. */
        public Menu {
            options = List.copyOf(options);
        }
    }

    /** One option, all of them in sight. */
    record Radios(List<Choosable> options) implements Control {
        /** Keeps a copy. */
        public Radios {
            options = List.copyOf(options);
        }
    }

    /** Any number of options, in a list. */
    record MultipleMenu(List<Choosable> options) implements Control {
        /** Keeps a copy. */
        public MultipleMenu {
            options = List.copyOf(options);
        }
    }

    /** Any number of options, in boxes. */
    record Boxes(List<Choosable> options) implements Control {
        /** Keeps a copy. */
        public Boxes {
            options = List.copyOf(options);
        }
    }

    /** Nothing to see; the value goes back as it came. */
    record Concealed() implements Control {}

    /**
     * A value that can be chosen.
     *
     * @param value what is submitted
     * @param label what is shown
     */
    record Choosable(Literal value, String label) {}

    /** What a single line takes. */
    enum LineType {
        TEXT,
        EMAIL,
        URL,
        TEL,
        PASSWORD,
        NUMBER,
        RANGE,
        DATE,
        TIME,
        DATETIME_LOCAL,
        COLOR
    }

    /** What a browser checks. */
    enum Bound {
        MINLENGTH,
        MAXLENGTH,
        PATTERN,
        MIN,
        MAX,
        STEP
    }
}
