package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Expression;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Presence;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;

/**
 * What the surroundings of a schema say about it.
 *
 * @param spot where it reads its data
 * @param title shown where neither the schema nor the uiSchema has one
 * @param numbers how many positions in lists follow that title
 * @param isKeyed whether the title is the name of the entry that it is the value of
 * @param isItem whether it is an item of a list
 * @param isRequired whether the value must be there
 * @param isDisabled whether it is disabled, by itself or with a part around it
 * @param isReadOnly whether it is read-only, by itself or with a part around it
 * @param hidesErrors whether errors are not shown, by itself or with a part around it
 * @param depth how many parts are around it
 * @param idLength characters of its id
 * @param component the cycle of schemas that is being mapped; 0 for none
 */
record Part(
        Spot spot,
        String title,
        int numbers,
        boolean isKeyed,
        boolean isItem,
        boolean isRequired,
        boolean isDisabled,
        boolean isReadOnly,
        boolean hidesErrors,
        int depth,
        int idLength,
        int component) {

    static Part root(Spot spot, int component) {
        int length = spot.id().length();
        return new Part(spot, "", 0, false, false, false, false, false, false, 0, length, component);
    }

    /** A member of this part. */
    Part member(Spot at, String name, boolean required) {
        return inner(at, name, 0, false, required);
    }

    /** An item of this part whose position is known while rendering. */
    Part item(String listTitle) {
        int around = listTitle.equals(title) ? numbers : 0;
        return inner(Spot.SAME, listTitle, listTitle.isEmpty() ? 0 : around + 1, true, true);
    }

    /** An item of this part whose index is known. */
    Part item(String listTitle, int index) {
        String title = listTitle.isEmpty() ? "" : listTitle + "-" + (index + 1);
        Spot at = new Spot(Integer.toString(index), "_" + index);
        return inner(at, title, 0, true, true);
    }

    /** The value of an entry, whose name people choose. */
    Part entry() {
        return inner(Spot.SAME, "", 0, false, false).keyed();
    }

    private Part keyed() {
        return new Part(
                spot,
                title,
                numbers,
                true,
                isItem,
                isRequired,
                isDisabled,
                isReadOnly,
                hidesErrors,
                depth,
                idLength,
                component);
    }

    /** The same value, seen as one of its alternatives, which has the title of the whole where it has none of its own. */
    Part alternative(Words words) {
        boolean isNamed = !words.title().isEmpty();
        return new Part(
                Spot.SAME,
                isNamed ? words.title() : title,
                isNamed ? words.numbers() : numbers,
                isKeyed,
                isItem,
                isRequired,
                isDisabled,
                isReadOnly,
                hidesErrors,
                depth + 1,
                idLength,
                component);
    }

    /**
     * Whether people make a value of that type here and take it away.
     *
     * @param ui of the part
     */
    Presence presence(String type, Ui ui) {
        if (isRequired || isItem || spot.members().isEmpty()) {
            return Presence.GIVEN;
        }
        boolean isFolded = ObjectChecks.texts(
                        ui.options().value("enableOptionalDataFieldForType").orElse(null))
                .contains(type);
        return isFolded ? Presence.FOLDED : Presence.SWITCHED;
    }

    /** The same part, required or not. */
    Part required(boolean required) {
        return new Part(
                spot,
                title,
                numbers,
                isKeyed,
                isItem,
                required,
                isDisabled,
                isReadOnly,
                hidesErrors,
                depth,
                idLength,
                component);
    }

    /** The same part with what its schema and uiSchema say of its state. */
    Part with(TypedObject schema, Ui ui) {
        TypedObject options = ui.options();
        boolean isDeprecated = schema.isTrue("deprecated")
                && options.text("deprecatedHandling").orElse("").equals("disable");
        boolean disabled = options.has("disabled") ? options.isTrue("disabled") : isDisabled;
        boolean readOnly =
                options.has("readonly") ? options.isTrue("readonly") : isReadOnly || schema.isTrue("readOnly");
        boolean required = options.has("required") ? options.isTrue("required") : isRequired;
        boolean hides = options.has("hideError") ? options.isTrue("hideError") : hidesErrors;
        return new Part(
                spot,
                title,
                numbers,
                isKeyed,
                isItem,
                required,
                disabled || isDeprecated,
                readOnly,
                hides,
                depth,
                idLength,
                component);
    }

    /** Its state, with what only the uiSchema says. */
    State state(Ui ui) {
        return new State(
                isRequired,
                isDisabled ? Expression.TRUE : Expression.FALSE,
                isReadOnly ? Expression.TRUE : Expression.FALSE,
                ui.options().isTrue("autofocus"),
                hidesErrors,
                ui.classes());
    }

    private Part inner(Spot at, String name, int numbered, boolean item, boolean required) {
        int length = idLength + at.id().length();
        return new Part(
                at,
                name,
                numbered,
                false,
                item,
                required,
                isDisabled,
                isReadOnly,
                hidesErrors,
                depth + 1,
                length,
                component);
    }
}
