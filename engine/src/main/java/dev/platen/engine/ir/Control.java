package dev.platen.engine.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one value is entered. */
public sealed interface Control {
    /**
     * A single line.
     *
     * @param type what is entered
     * @param hints what the browser checks and offers; the order is that of the page
     * @param suggestions values that are offered, among others that can be entered
     */
    record Line(LineType type, Map<Hint, String> hints, List<Literal> suggestions) implements Control {
        /** Keeps copies; the order matters. */
        public Line {
            hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
            suggestions = List.copyOf(suggestions);
        }
    }

    /**
     * Several lines.
     *
     * @param rows height, in lines
     * @param hints what the browser checks and offers
     */
    record Lines(int rows, Map<Hint, String> hints) implements Control {
        /** Keeps a copy; the order matters. */
        public Lines {
            hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
        }
    }

    /**
     * Any JSON value, as its text in several lines.
     *
     * @param rows height, in lines
     */
    record Raw(int rows) implements Control {}

    /** Yes or no, in one box. */
    record Box() implements Control {}

    /**
     * One option from a list that opens.
     *
     * @param hasEmpty whether nothing may be chosen
     * @param isEmptyNamed whether that option says so where there is no placeholder
     */
    record Menu(List<Choosable> options, boolean hasEmpty, boolean isEmptyNamed) implements Control {
        /** Keeps a copy. */
        public Menu {
            options = List.copyOf(options);
        }

        /** A menu whose empty option says nothing. */
        public Menu(List<Choosable> options, boolean hasEmpty) {
            this(options, hasEmpty, false);
        }
    }

    /**
     * One option, all of them in sight.
     *
     * @param isInline whether they are in one line
     */
    record Radios(List<Choosable> options, boolean isInline) implements Control {
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

    /**
     * Any number of options, in boxes.
     *
     * @param isInline whether they are in one line
     */
    record Boxes(List<Choosable> options, boolean isInline) implements Control {
        /** Keeps a copy. */
        public Boxes {
            options = List.copyOf(options);
        }
    }

    /**
     * A file, or several, whose content becomes a data URL.
     *
     * @param isSeveral whether several can be chosen; the value is then a list
     * @param accept types of files, as in HTML; empty for all
     */
    record File(boolean isSeveral, String accept) implements Control {}

    /**
     * A date in three menus, or a date and time in six.
     *
     * @param years among which one chooses; null where the year is entered as a number
     * @param order of the menus of the date
     * @param hasTime whether there are menus for the time
     */
    record DateMenus(@Nullable Years years, DateOrder order, boolean hasTime) implements Control {}

    /** Years from the first to the last, which may be the earlier one. */
    record Years(int first, int last) {}

    /** In which order people say dates. */
    enum DateOrder {
        /** Year, month, day. */
        YMD,
        /** Month, day, year. */
        MDY,
        /** Day, month, year. */
        DMY
    }

    /** Nothing to see; the value goes back as it came. */
    record Concealed() implements Control {}

    /**
     * A value that can be chosen.
     *
     * @param value what is submitted
     * @param label what is shown
     * @param isDisabled whether it cannot be chosen
     * @param group heading under which it stands; empty for none
     */
    record Choosable(Literal value, String label, boolean isDisabled, String group) {}

    /** What a single line takes. */
    enum LineType {
        TEXT,
        EMAIL,
        URL,
        TEL,
        SEARCH,
        PASSWORD,
        NUMBER,
        RANGE,
        DATE,
        /** A time of day with an offset from UTC. */
        TIME,
        /** A time of day wherever one is. */
        LOCAL_TIME,
        DATETIME_LOCAL,
        MONTH,
        WEEK,
        COLOR
    }

    /** What a browser checks or offers. */
    enum Hint {
        MINLENGTH,
        MAXLENGTH,
        PATTERN,
        MIN,
        MAX,
        STEP,
        AUTOCOMPLETE,
        AUTOCAPITALIZE,
        INPUTMODE,
        /** Width, in characters. */
        SIZE
    }
}
