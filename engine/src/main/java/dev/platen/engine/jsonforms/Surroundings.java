package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Expression;
import dev.platen.engine.html.Ids;
import dev.platen.engine.ir.Spot;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is around an element.
 *
 * @param schema what scopes are resolved in
 * @param prefix members that lead from the value that is read around the element to that of the schema
 * @param path members that lead there from the root of the data, those of lists left out
 * @param isWithinItems whether a list is on the way, so that there is no path from the root
 * @param disabled when everything within takes no part
 * @param readOnly when everything within can only be looked at
 * @param depth how many elements are around it
 * @param open places of the schemas that are being unfolded, by which those that contain themselves are known
 */
record Surroundings(
        ObjectValue schema,
        List<String> prefix,
        List<String> path,
        boolean isWithinItems,
        Expression disabled,
        Expression readOnly,
        int depth,
        Set<String> open) {
    Surroundings {
        prefix = List.copyOf(prefix);
        path = List.copyOf(path);
        open = Set.copyOf(open);
    }

    static Surroundings root(ObjectValue schema) {
        return new Surroundings(schema, List.of(), List.of(), false, Expression.FALSE, Expression.FALSE, 0, Set.of());
    }

    /** What is around a part that is called: nothing that it could know. */
    static Surroundings routine(ObjectValue schema) {
        return new Surroundings(schema, List.of(), List.of(), true, Expression.FALSE, Expression.FALSE, 0, Set.of());
    }

    /** The way to a value that is read in a condition. */
    Expression.Path reading(List<String> members) {
        return isWithinItems
                ? Expression.Path.here(joined(prefix, members))
                : Expression.Path.root(joined(path, members));
    }

    /** Where a part reads its value. */
    Spot spot(List<String> members) {
        List<String> all = joined(prefix, members);
        StringBuilder id = new StringBuilder();
        all.forEach(member -> id.append('_').append(Ids.encoded(member)));
        return new Spot(all, id.toString());
    }

    /** Within a member, without a part of its own around it. */
    Surroundings within(ObjectValue inner, List<String> members) {
        return new Surroundings(
                inner,
                joined(prefix, members),
                joined(path, members),
                isWithinItems,
                disabled,
                readOnly,
                depth + 1,
                open);
    }

    /** Within a part that reads the value of these members. */
    Surroundings beneath(ObjectValue inner, List<String> members) {
        return new Surroundings(
                inner, List.of(), joined(path, members), isWithinItems, disabled, readOnly, depth + 1, open);
    }

    /** Within the items of the list that these members lead to. */
    Surroundings items(ObjectValue inner, List<String> members) {
        return new Surroundings(inner, List.of(), joined(path, members), true, disabled, readOnly, depth + 1, open);
    }

    Surroundings disabledBy(Expression condition) {
        return withState(Logic.either(disabled, condition), readOnly);
    }

    Surroundings readOnlyBy(Expression condition) {
        return withState(disabled, Logic.either(readOnly, condition));
    }

    Surroundings withState(Expression disabling, Expression locking) {
        return new Surroundings(schema, prefix, path, isWithinItems, disabling, locking, depth + 1, open);
    }

    Surroundings opening(String place) {
        Set<String> places = new HashSet<>(open);
        places.add(place);
        return new Surroundings(schema, prefix, path, isWithinItems, disabled, readOnly, depth, places);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
