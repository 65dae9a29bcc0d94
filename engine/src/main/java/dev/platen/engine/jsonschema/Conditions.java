package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks of schemas as conditions of a page. What the form would fill in by default counts as if it were there. */
record Conditions(Checks checks) {
    /**
     * Whether the check holds for the value that the members lead to. An object that is not there counts as an empty one.
     *
     * @param defaults what the form shows where members are missing
     */
    Expression holds(List<String> members, Check check, Constant defaults) {
        Expression.Path path = Expression.Path.here(members);
        Verdict verdict = new Verdict(checks.references());
        Check whole = defaults instanceof Constant.Members given ? within(check, given.members(), verdict) : check;
        Expression holds = new Expression.Holds(path, whole);
        boolean isEmptyTrue = verdict.holds(whole, new Constant.Members(Map.of()));
        if (isEmptyTrue == verdict.holds(whole, null)) {
            return holds;
        }
        Expression isThere = new Expression.Apply(Expression.Operator.HAS, List.of(path));
        return isEmptyTrue
                ? new Expression.Or(List.of(new Expression.Not(isThere), holds))
                : new Expression.And(List.of(isThere, holds));
    }

    /** The check that holds for data where {@code check} holds for data and defaults together. */
    private static Check within(Check check, Map<String, Constant> defaults, Verdict verdict) {
        return switch (check) {
            case Check.Members members -> members(members, defaults, verdict);
            case Check.All all -> new Check.All(each(all.checks(), defaults, verdict));
            case Check.Any any -> new Check.Any(each(any.checks(), defaults, verdict));
            case Check.One one -> new Check.One(each(one.checks(), defaults, verdict));
            case Check.Not not -> new Check.Not(within(not.check(), defaults, verdict));
            case Check.If choice ->
                new Check.If(
                        within(choice.condition(), defaults, verdict),
                        within(choice.then(), defaults, verdict),
                        within(choice.otherwise(), defaults, verdict));
            default -> check;
        };
    }

    private static List<Check> each(List<Check> checks, Map<String, Constant> defaults, Verdict verdict) {
        return checks.stream().map(check -> within(check, defaults, verdict)).toList();
    }

    private static Check members(Check.Members check, Map<String, Constant> defaults, Verdict verdict) {
        Map<String, Check> members = new LinkedHashMap<>(check.members());
        List<String> required = new ArrayList<>(check.required());
        required.removeAll(defaults.keySet());
        check.members().forEach((name, member) -> {
            Constant value = defaults.get(name);
            if (value instanceof Constant.Members inner) {
                members.put(name, within(member, inner.members(), verdict));
            }
            if (value != null && !verdict.holds(member, value)) {
                required.add(name);
            }
        });
        return new Check.Members(
                members, required, check.patterns(), check.rest(), check.names(), check.minimum(), check.maximum());
    }
}
