package dev.platen.engine.jsonforms;

import dev.platen.engine.dialect.Findings;
import dev.platen.engine.ir.Node.State;
import dev.platen.engine.ir.Presence;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.ir.Words;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A control and what its scope points at.
 *
 * @param control the element
 * @param options its options, and those of the whole form where it has none
 * @param schema the schema, its references followed
 * @param members members that lead to the value from that of the schema around it
 * @param isRequired whether the value must be there
 * @param label what it is called
 * @param isLabelShown whether that is seen
 * @param isNumbered whether it is followed by the position in the list
 * @param around what is around the control
 */
record Pointed(
        Typed control,
        Typed options,
        Typed schema,
        List<String> members,
        boolean isRequired,
        String label,
        boolean isLabelShown,
        boolean isNumbered,
        Surroundings around) {

    Findings findings() {
        return schema.findings();
    }

    Spot spot() {
        return around.spot(members);
    }

    Set<String> types() {
        return types(schema);
    }

    /** The types of a schema, guessed where it names none; null left out where there is another. */
    static Set<String> types(Typed schema) {
        Set<String> types = new LinkedHashSet<>();
        Optional<Value> type = schema.value("type");
        if (type.isPresent() && type.get() instanceof ArrayValue) {
            types.addAll(schema.texts("type"));
        } else {
            schema.text("type").ifPresent(types::add);
        }
        if (types.isEmpty() && schema.has("properties")) {
            types.add("object");
        }
        if (types.isEmpty() && schema.has("items")) {
            types.add("array");
        }
        if (types.size() > 1) {
            types.remove("null");
        }
        return types;
    }

    /** The same control with what its label is as said by the control. */
    static boolean isShown(Typed control) {
        return switch (control.value("label").orElse(control.object())) {
            case BooleanValue bool -> bool.isTrue();
            case ObjectValue object -> !(object.members().get("show") instanceof BooleanValue show) || show.isTrue();
            default -> true;
        };
    }

    /** The label that the control gives itself. */
    static Optional<String> ownLabel(Typed control) {
        return switch (control.value("label").orElse(control.object())) {
            case StringValue text -> Optional.of(text.text());
            case ObjectValue object ->
                control.has("label") && object.members().get("text") instanceof StringValue text
                        ? Optional.of(text.text())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    State state(boolean isRequiredHere) {
        boolean isLocked = options.isTrue("readonly") || options.isTrue("readOnly") || schema.isTrue("readOnly");
        return new State(
                isRequiredHere,
                around.disabled(),
                Logic.either(around.readOnly(), Logic.known(isLocked)),
                options.isTrue("focus"),
                false,
                options.isTrue("toggle") ? "toggle" : "",
                options.isTrue("hideRequiredAsterisk"));
    }

    /** Whether people make the value and take it away: not what must be there, and not what has its place in a list. */
    Presence presence() {
        boolean isPlaced = members.isEmpty()
                || types(new Typed(around.schema(), findings())).contains("array");
        return isRequired || isPlaced ? Presence.GIVEN : Presence.SWITCHED;
    }

    Words words(Texts texts) {
        String prefix = Texts.prefix(control, schema, path());
        String description =
                texts.keyed(prefix + ".description", schema.text("description").orElse(""));
        return new Words(label, isNumbered, isLabelShown, description, "", Single.placeholder(this));
    }

    /** The way from the root, without positions in lists. */
    List<String> path() {
        return around.within(schema.object(), members).path();
    }

    /** The same with something else around it. */
    Pointed around(Surroundings other) {
        return new Pointed(control, options, schema, members, isRequired, label, isLabelShown, isNumbered, other);
    }

    /** The same while its schema, which stands there, is being unfolded. */
    Pointed opening(String place) {
        return around(around.opening(place));
    }

    /** The same as an item of a list that is called so. */
    Pointed numbered(String list) {
        return new Pointed(control, options, schema, members, isRequired, list, isLabelShown, true, around);
    }

    /** The same beside a part that already says what it is called. */
    Pointed silent() {
        return new Pointed(control, options, schema, members, isRequired, label, false, isNumbered, around);
    }
}
