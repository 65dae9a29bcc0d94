package dev.platen.engine.jsonschema;

import dev.platen.engine.ir.Spot;

/**
 * What the surroundings of a schema say about it.
 *
 * @param spot where it reads its data
 * @param title shown where neither the schema nor the uiSchema has one
 * @param isNumbered whether that title is followed by the position in the list
 * @param isItem whether it is an item of a list
 * @param isRequired whether the value must be there
 * @param isDisabled whether it is disabled, by itself or with a part around it
 * @param isReadOnly whether it is read-only, by itself or with a part around it
 * @param depth how many parts are around it
 * @param component the cycle of schemas that is being mapped; 0 for none
 */
record Part(
        Spot spot,
        String title,
        boolean isNumbered,
        boolean isItem,
        boolean isRequired,
        boolean isDisabled,
        boolean isReadOnly,
        int depth,
        int component) {

    static Part root(Spot spot, int component) {
        return new Part(spot, "", false, false, false, false, false, 0, component);
    }

    /** A member of this part. */
    Part member(Spot at, String name, boolean required) {
        return new Part(at, name, false, false, required, isDisabled, isReadOnly, depth + 1, component);
    }

    /** An item of this part whose position is known while rendering. */
    Part item(String listTitle) {
        return new Part(
                Spot.SAME, listTitle, !listTitle.isEmpty(), true, true, isDisabled, isReadOnly, depth + 1, component);
    }

    /** An item of this part whose index is known. */
    Part item(String listTitle, int index) {
        String title = listTitle.isEmpty() ? "" : listTitle + "-" + (index + 1);
        Spot at = new Spot("", "_" + index);
        return new Part(at, title, false, true, true, isDisabled, isReadOnly, depth + 1, component);
    }

    /** The same part with what it says of its own state. */
    Part with(boolean disabled, boolean readOnly) {
        return new Part(
                spot,
                title,
                isNumbered,
                isItem,
                isRequired,
                isDisabled || disabled,
                isReadOnly || readOnly,
                depth,
                component);
    }
}
