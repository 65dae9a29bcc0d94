package dev.platen.engine.ir;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.engine.html.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a page. */
public sealed interface Node {
    /** Where it reads its data and how it is named. */
    Spot spot();

    /** What people read about it. */
    Words words();

    /**
     * An object: parts that belong together, within a frame that can have a title.
     *
     * @param presence whether people can make it and take it away
     */
    record Section(Spot spot, Words words, State state, Presence presence, List<Node> children) implements Node {
        /** Keeps a copy. */
        public Section {
            children = List.copyOf(children);
        }

        /** One that no button makes. */
        public Section(Spot spot, Words words, State state, List<Node> children) {
            this(spot, words, state, Presence.GIVEN, children);
        }

        /** The same with other parts. */
        public Section with(List<Node> others) {
            return new Section(spot, words, state, presence, others);
        }
    }

    /**
     * A list.
     *
     * @param fixed parts of the first items, each with a schema of its own, at the spot of its index
     * @param item the part of every other item, at {@link Spot#SAME}; null where there are none
     * @param initial the items where there is no list, each at the spot of its index, without the fixed ones
     * @param buttons what people can do with the items
     */
    record Repeat(
            Spot spot,
            Words words,
            State state,
            List<Node> fixed,
            @Nullable Node item,
            List<Node> initial,
            ListButtons buttons)
            implements Node {
        /** Keeps copies. */
        public Repeat {
            fixed = List.copyOf(fixed);
            initial = List.copyOf(initial);
        }
    }

    /**
     * The members of an object that no other part of it names.
     *
     * @param known the members that others name
     * @param keys what the names of members can be
     * @param kinds what the members look like: the first whose pattern finds something in the name counts
     * @param canAdd whether members can be added, and their names changed
     * @param canRemove whether members can be removed
     */
    record Entries(
            Spot spot,
            Words words,
            State state,
            List<String> known,
            Keys keys,
            List<EntryKind> kinds,
            boolean canAdd,
            boolean canRemove)
            implements Node {
        /** Keeps copies. */
        public Entries {
            known = List.copyOf(known);
            kinds = List.copyOf(kinds);
        }

        /** The same at another spot, in another state and with members of other kinds. */
        public Entries with(Spot other, State changed, List<EntryKind> others) {
            return new Entries(other, words, changed, known, keys, others, canAdd, canRemove);
        }
    }

    /**
     * A value that has one of several forms, of which people choose one.
     *
     * @param presence whether people can make it and take it away
     * @param suffix what the id of the choice has behind that of the part, such as {@code __oneof_select}
     * @param branches the forms; at least one
     * @param initial index of the form that is shown where there is no value
     */
    record Alternatives(
            Spot spot, Words words, State state, Presence presence, String suffix, List<Branch> branches, int initial)
            implements Node {
        /** Keeps a copy. */
        public Alternatives {
            branches = List.copyOf(branches);
        }

        /** The same with other forms. */
        public Alternatives with(List<Branch> others) {
            return new Alternatives(spot, words, state, presence, suffix, others, initial);
        }
    }

    /** Parts that are there only where a condition is true of the value that is read around them. */
    record When(Expression condition, List<Node> then, List<Node> otherwise) implements Node {
        /** Keeps copies. */
        public When {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public Spot spot() {
            return Spot.SAME;
        }

        @Override
        public Words words() {
            return Words.NONE;
        }
    }

    /**
     * One value.
     *
     * @param control how it is entered
     * @param initial what is shown where there is no value; several for controls of many options
     * @param type which JSON values it can be, in order of preference
     */
    record Field(
            Spot spot,
            Words words,
            Control control,
            State state,
            List<Literal> initial,
            List<Check.Kind> type,
            @Nullable Literal empty)
            implements Node {
        /** Keeps copies. */
        public Field {
            initial = List.copyOf(initial);
            type = List.copyOf(type);
        }
    }

    /**
     * A part that contains itself, once more.
     *
     * @param routine index into {@link Form#routines()}
     * @param words what people read about it here, whatever the routine says of itself
     * @param isOpen whether it is shown where there is no value; false where that would never end
     * @param isBare whether the parts of the routine bring frames of their own
     */
    record Call(Spot spot, int routine, Words words, State state, boolean isOpen, boolean isBare) implements Node {
        /** A call within a frame. */
        public Call(Spot spot, int routine, Words words, State state, boolean isOpen) {
            this(spot, routine, words, state, isOpen, false);
        }

        /** A call of parts that bring frames of their own, for the value that the part around it has. */
        public static Call bare(int routine) {
            return new Call(Spot.SAME, routine, Words.NONE, State.PLAIN, true, true);
        }
    }

    /** A part for which there is no control; says so. */
    record Notice(Spot spot, Words words, String message) implements Node {}

    /** An element that stands for nothing but itself: layout, headings, tables. Reads no data of its own. */
    record Tagged(Element element, List<Attributed> attributes, List<Node> children) implements Node {
        /** Keeps copies. */
        public Tagged {
            attributes = List.copyOf(attributes);
            children = List.copyOf(children);
        }

        @Override
        public Spot spot() {
            return Spot.SAME;
        }

        @Override
        public Words words() {
            return Words.NONE;
        }
    }

    /** Text between tags. */
    record Shown(Content content) implements Node {
        @Override
        public Spot spot() {
            return Spot.SAME;
        }

        @Override
        public Words words() {
            return Words.NONE;
        }
    }

    /**
     * Parts once for each item of a list, or for each value of an object; {@link Expression.Base#ITEM} is the item.
     *
     * @param list the list
     * @param body the parts
     * @param otherwise the parts where there are no items
     */
    record Each(Expression list, List<Node> body, List<Node> otherwise) implements Node {
        /** Keeps copies. */
        public Each {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public Spot spot() {
            return Spot.SAME;
        }

        @Override
        public Words words() {
            return Words.NONE;
        }
    }

    /**
     * Parts that are fetched when they are seen: a link in the page, the parts themselves in the fragment of that name.
     *
     * @param name of the fragment, unique in the document: letters, digits, hyphens
     */
    record Lazy(String name, Words words, List<Node> body) implements Node {
        /** Keeps a copy. */
        public Lazy {
            body = List.copyOf(body);
        }

        @Override
        public Spot spot() {
            return Spot.SAME;
        }
    }

    /** A form within a page: its parts are submitted together. */
    record Posted(Form.Submit submit, List<Node> body) implements Node {
        /** Keeps a copy. */
        public Posted {
            body = List.copyOf(body);
        }

        @Override
        public Spot spot() {
            return Spot.SAME;
        }

        @Override
        public Words words() {
            return Words.NONE;
        }
    }

    /**
     * A drawing of values, within an element for drawings.
     *
     * @param drawing how the values are shown
     * @param points {@link Point}s, and loops and conditions around such
     */
    record Chart(Op.Drawing drawing, List<Node> points) implements Node {
        /** Keeps a copy. */
        public Chart {
            points = List.copyOf(points);
        }

        @Override
        public Spot spot() {
            return Spot.SAME;
        }

        @Override
        public Words words() {
            return Words.NONE;
        }
    }

    /**
     * One point of a {@link Chart}.
     *
     * @param label what it is called
     * @param values one for each series
     */
    record Point(Expression label, List<Expression> values) implements Node {
        /** Keeps a copy. */
        public Point {
            values = List.copyOf(values);
        }

        @Override
        public Spot spot() {
            return Spot.SAME;
        }

        @Override
        public Words words() {
            return Words.NONE;
        }
    }

    /**
     * What people can do with the items of a list.
     *
     * @param most how many items buttons make it at most; 0 for any number
     * @param named what leads from an item to the text that its buttons name; empty for none
     */
    record ListButtons(
            boolean canAdd, boolean canRemove, boolean canMove, boolean canCopy, int most, List<String> named) {
        /** Nothing. */
        public static final ListButtons NONE = new ListButtons(false, false, false, false, 0, List.of());

        /** Keeps a copy. */
        public ListButtons {
            named = List.copyOf(named);
        }
    }

    /**
     * One form of a value.
     *
     * @param title what the choice calls it
     * @param fits what holds for values of this form
     * @param node the part, at {@link Spot#SAME}
     */
    record Branch(String title, Check fits, Node node) {}

    /**
     * What some members of an object look like.
     *
     * @param pattern in RE2 syntax; empty for every name
     * @param node the part, at {@link Spot#SAME}
     */
    record EntryKind(String pattern, Node node) {}

    /**
     * Whether and how a value can be entered.
     *
     * @param isRequired whether it must be there
     * @param disabled whether it is shown but takes no part
     * @param readOnly whether it can only be looked at
     * @param hasFocus whether it has the focus at first
     * @param hidesErrors whether its errors are not shown beside it
     * @param classes what the document adds to the classes of the theme, separated by spaces
     * @param isUnmarked whether nothing in its title says that it must be there
     */
    record State(
            boolean isRequired,
            Expression disabled,
            Expression readOnly,
            boolean hasFocus,
            boolean hidesErrors,
            String classes,
            boolean isUnmarked) {
        /** Nothing special. */
        public static final State PLAIN = new State(false, Expression.FALSE, Expression.FALSE, false, false, "");

        /** One whose title says that it must be there, if it must. */
        public State(
                boolean isRequired,
                Expression disabled,
                Expression readOnly,
                boolean hasFocus,
                boolean hidesErrors,
                String classes) {
            this(isRequired, disabled, readOnly, hasFocus, hidesErrors, classes, false);
        }

        /** Whether the title says that it must be there. */
        public boolean isMarkedRequired() {
            return isRequired && !isUnmarked;
        }
    }
}
