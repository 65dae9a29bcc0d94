package dev.platen.engine.render;

import dev.platen.contract.plan.Expression.Base;
import dev.platen.contract.plan.Expression.Path;
import dev.platen.engine.render.Evaluator.Found;
import dev.platen.engine.script.Scripts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values that expressions made and that are none of the data: lists, objects, and what is in them. Used for one rendering. */
record Derived(Evaluator evaluator, Data data, Scopes scopes) {
    /** A list, its items as scripts see them. */
    record Listed(List<?> items) {}

    /** An object, its members as scripts see them. */
    record Mapped(Map<?, ?> members) {}

    /** What a script sees, as it is seen here. */
    static @Nullable Object ofScript(@Nullable Object value) {
        return switch (value) {
            case ScriptValues.ListView list -> new Found(list.cell());
            case ScriptValues.ObjectView object -> new Found(object.cell());
            case List<?> list -> new Listed(list);
            case Map<?, ?> map -> new Mapped(map);
            case Long whole -> BigDecimal.valueOf(whole);
            case Double real -> Double.isFinite(real) ? BigDecimal.valueOf(real) : null;
            case null -> null;
            default -> value.equals(Scripts.NULL) ? null : value;
        };
    }

    /** How many items or members a value that was made has. */
    static Optional<Integer> size(@Nullable Object value) {
        return switch (value) {
            case Listed listed -> Optional.of(listed.items().size());
            case Mapped mapped -> Optional.of(mapped.members().size());
            case null, default -> Optional.empty();
        };
    }

    /** Its items, or the names of its members. */
    static List<@Nullable Object> items(@Nullable Object value) {
        List<@Nullable Object> items = new ArrayList<>();
        switch (value) {
            case Listed listed -> listed.items().forEach(item -> items.add(ofScript(item)));
            case Mapped mapped -> items.addAll(mapped.members().keySet());
            case null, default -> {}
        }
        return items;
    }

    /** What the path leads to from an item that is no value of the data; null where it does not begin at one. */
    @Nullable
    Object item(Path path) throws Refused {
        @Nullable Object value = path.base() == Base.ITEM ? ofScript(scopes.computed(path.outward())) : null;
        for (int i = 0; value != null && i < path.steps().size(); i++) {
            String step = path.steps().get(i);
            value = switch (value) {
                case Mapped mapped -> ofScript(mapped.members().get(step));
                case Listed listed -> item(listed.items(), step);
                case Found found -> evaluator.value(data.follow(found.value(), List.of(step)));
                default -> null;
            };
        }
        return value;
    }

    private static @Nullable Object item(List<?> items, String step) {
        boolean isInside = step.matches("[0-9]{1,9}") && Integer.parseInt(step) < items.size();
        return isInside ? ofScript(items.get(Integer.parseInt(step))) : null;
    }

    /** As JSON without white space, the members of objects in the order of their names. */
    String text(@Nullable Object value) throws Refused {
        return switch (value) {
            case null -> "null";
            case String text -> Quoted.json(text);
            case Listed listed -> {
                List<String> items = new ArrayList<>();
                for (@Nullable Object item : listed.items()) {
                    items.add(text(ofScript(item)));
                }
                yield "[" + String.join(",", items) + "]";
            }
            case Mapped mapped -> {
                Map<String, String> members = new TreeMap<>();
                for (Map.Entry<?, ?> member : mapped.members().entrySet()) {
                    members.put(Quoted.json(String.valueOf(member.getKey())), text(ofScript(member.getValue())));
                }
                List<String> written = new ArrayList<>();
                members.forEach((name, member) -> written.add(name + ":" + member));
                yield "{" + String.join(",", written) + "}";
            }
            default -> evaluator.text(value);
        };
    }
}
