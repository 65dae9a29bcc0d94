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
 * @param idLength characters of its id
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
        int idLength,
        int component) {

    static Part root(Spot spot, int component) {
        return new Part(
                spot, "", false, false, false, false, false, 0, spot.id().length(), component);
    }

    /** A member of this part. */
    Part member(Spot at, String name, boolean required) {
        return inner(at, name, false, false, required);
    }

    /** An item of this part whose position is known while rendering. */
    Part item(String listTitle) {
        return inner(Spot.SAME, listTitle, !listTitle.isEmpty(), true, true);
    }

    /** An item of this part whose index is known. */
    Part item(String listTitle, int index) {
        String title = listTitle.isEmpty() ? "" : listTitle + "-" + (index + 1);
        Spot at = new Spot(Integer.toString(index), "_" + index);
        return inner(at, title, false, true, true);
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
                idLength,
                component);
    }

    private Part inner(Spot at, String name, boolean numbered, boolean item, boolean required) {
        int length = idLength + at.id().length();
        return new Part(at, name, numbered, item, required, isDisabled, isReadOnly, depth + 1, length, component);
    }
}
