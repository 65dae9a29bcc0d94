package dev.platen.engine.ir;

import java.util.List;

/** A part of a form. */
public sealed interface Node {
    /** Where it reads its data and how it is named. */
    Spot spot();

    /** What people read about it. */
    Words words();

    /**
     * An object: parts that belong together.
     *
     * @param isRequired whether it is marked as required
     */
    record Section(Spot spot, Words words, boolean isRequired, List<Node> children) implements Node {
        /** Keeps a copy. */
        public Section {
            children = List.copyOf(children);
        }
    }

    /**
     * A list: the same part once for each item.
     *
     * @param item the part, at {@link Spot#SAME}
     * @param initial the items where there is no list, each at the spot of its index; none where there are no such items
     * @param canAdd whether items can be added
     * @param canRemove whether items can be removed
     */
    record Repeat(Spot spot, Words words, Node item, List<Node> initial, boolean canAdd, boolean canRemove)
            implements Node {
        /** Keeps a copy. */
        public Repeat {
            initial = List.copyOf(initial);
        }
    }

    /**
     * One value.
     *
     * @param control how it is entered
     * @param state whether and how it can be entered
     * @param initial what is shown where there is no value; several for controls of many options
     */
    record Field(Spot spot, Words words, Control control, State state, List<Literal> initial) implements Node {
        /** Keeps a copy. */
        public Field {
            initial = List.copyOf(initial);
        }
    }

    /**
     * A part that contains itself, once more.
     *
     * @param routine index into {@link Form#routines()}
     * @param words what people read about it here, whatever the routine says of itself
     * @param isRequired whether it is marked as required
     * @param isOpen whether it is shown where there is no value; false where that would never end
     */
    record Call(Spot spot, int routine, Words words, boolean isRequired, boolean isOpen) implements Node {}

    /**
     * A part for which there is no control; says so.
     *
     * @param message what is said
     */
    record Notice(Spot spot, Words words, String message) implements Node {}

    /** Whether and how a value can be entered. */
    record State(boolean isRequired, boolean isDisabled, boolean isReadOnly, boolean hasFocus) {}
}
