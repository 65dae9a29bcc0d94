package dev.platen.contract.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a posted page says about data: the parts of a form without their looks. Where a part says {@code members}, they lead
 * to its value from that of the part around it; {@code id} is what it adds to the id of the part around it. The id is also
 * the name of the control. Immutable.
 */
public sealed interface Part {
    /**
     * An object. Where none of its parts has a value, it is left out unless it is required.
     *
     * @param blank what it begins with where a button makes it
     */
    record Group(List<String> members, String id, Presence presence, Constant blank, List<Part> children)
            implements Part {
        /** Keeps copies. */
        public Group {
            members = List.copyOf(members);
            children = List.copyOf(children);
        }

        /** One that no button makes. */
        public Group(List<String> members, String id, boolean isRequired, List<Part> children) {
            this(members, id, isRequired ? Presence.REQUIRED : Presence.OPTIONAL, NOTHING, children);
        }

        private static final Constant NOTHING = new Constant.Members(Map.of());
    }

    /** Whether a value must be there, and who says so. The order is that of the plan format: add at the end. */
    enum Presence {
        /** It must be there. */
        REQUIRED,
        /** It is there where something in it is. */
        OPTIONAL,
        /** The same, and buttons make it and take it away. */
        SWITCHED,
        /** Buttons make it and take it away; what is in it is only on the page where it is there. */
        FOLDED
    }

    /**
     * A list.
     *
     * @param fixed parts of the first items, each with its id and without members
     * @param item the part of every other item, whose id is {@code _} and its index; null where there are none
     * @param blank what a new item begins with
     * @param hasInitial whether items are shown where there is no list
     * @param most how many items buttons make it at most; 0 for any number
     */
    record Items(
            List<String> members,
            String id,
            boolean isRequired,
            List<Part> fixed,
            @Nullable Part item,
            Constant blank,
            boolean hasInitial,
            boolean canAdd,
            boolean canRemove,
            boolean canMove,
            boolean canCopy,
            int most)
            implements Part {
        /** Keeps copies. */
        public Items {
            members = List.copyOf(members);
            fixed = List.copyOf(fixed);
        }
    }

    /**
     * The members of an object that no other part names; the id of one is {@code _} and its name.
     *
     * @param known members that others name
     * @param names that members can have; empty for any
     * @param kinds the first whose pattern finds something in the name says what the member is
     */
    record Entries(
            List<String> members,
            String id,
            List<String> known,
            List<String> names,
            List<Kind> kinds,
            boolean canAdd,
            boolean canRemove)
            implements Part {
        /** Keeps copies. */
        public Entries {
            members = List.copyOf(members);
            known = List.copyOf(known);
            names = List.copyOf(names);
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * What some members of an object are.
     *
     * @param pattern in RE2 syntax; empty for every name
     * @param blank what it begins with
     */
    record Kind(String pattern, Part part, Constant blank) {}

    /**
     * A value of one of several forms.
     *
     * @param suffix what the name of the choice has behind the id
     */
    record Alternatives(List<String> members, String id, Presence presence, String suffix, List<Branch> branches)
            implements Part {
        /** Keeps copies. */
        public Alternatives {
            members = List.copyOf(members);
            branches = List.copyOf(branches);
        }
    }

    /**
     * One form of a value.
     *
     * @param fits what holds for values of this form
     * @param blank what it begins with; null for no value
     */
    record Branch(Check fits, Part part, @Nullable Constant blank) {}

    /** Parts of which the page shows one side, or neither. */
    record Either(Expression condition, List<Part> then, List<Part> otherwise) implements Part {
        /** Keeps copies. */
        public Either {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * A part that contains itself, once more.
     *
     * @param blank what it begins with
     */
    record Again(List<String> members, String id, Presence presence, int routine, Constant blank) implements Part {
        /** Keeps a copy. */
        public Again {
            members = List.copyOf(members);
        }
    }

    /**
     * One value.
     *
     * @param isFixed whether nobody can change it, so that what is posted does not count
     * @param options what can be chosen
     * @param initial what is shown where there is no value
     * @param kinds which JSON values it can be, in order of preference
     * @param empty what an emptied text stands for; null for no value
     */
    record Leaf(
            List<String> members,
            String id,
            boolean isRequired,
            boolean isFixed,
            Input input,
            List<Offer> options,
            List<Offer> initial,
            List<Check.Kind> kinds,
            @Nullable Offer empty)
            implements Part {
        /** Keeps copies. */
        public Leaf {
            members = List.copyOf(members);
            options = List.copyOf(options);
            initial = List.copyOf(initial);
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * A value that is known while compiling.
     *
     * @param text as it is submitted: the characters of a string, a number as it was written, {@code true}, {@code false},
     *     nothing for null, JSON for the others
     */
    record Offer(Option.Type type, String text) {}

    /** How a value is entered. The order is that of the plan format: add at the end. */
    enum Input {
        LINE,
        LINES,
        /** Any JSON value as its text. */
        RAW,
        BOX,
        /** One of the options. */
        ONE,
        /** Any number of the options. */
        SEVERAL,
        FILE,
        FILES,
        /** A date in three menus, {@code _year}, {@code _month}, {@code _day}. */
        DATE_MENUS,
        /** A date and time without offset, in UTC. */
        INSTANT,
        /** A time without offset, in UTC. */
        TIME,
        CONCEALED,
        /** A date and time in UTC in six menus, those of a date and {@code _hour}, {@code _minute}, {@code _second}. */
        DATE_TIME_MENUS
    }
}
