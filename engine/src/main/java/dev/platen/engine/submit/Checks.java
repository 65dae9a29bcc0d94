package dev.platen.engine.submit;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Constant;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NullValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import dev.platen.engine.pattern.PlanPatterns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether values satisfy the checks of a plan. */
final class Checks {
    /** Larger exponents would be written out as that many digits by exact arithmetic. */
    private static final int MAX_SCALE = 400;

    private final PlanPatterns patterns = new PlanPatterns();
    private final List<Check> references;
    private final Typed typed;
    private final Budget budget;

    Checks(List<Check> references, Typed typed, Budget budget) {
        this.references = references;
        this.typed = typed;
        this.budget = budget;
    }

    boolean holds(Check check, Value value) {
        budget.enter();
        boolean holds =
                switch (check) {
                    case Check.Type type -> isOf(type.kinds(), value);
                    case Check.Among among -> isAmong(among.constants(), value);
                    case Check.Range range -> !(value instanceof NumberValue number) || isWithin(range, number.text());
                    case Check.Length length ->
                        !(value instanceof StringValue string) || isWithin(length, string.text());
                    case Check.Pattern pattern ->
                        !(value instanceof StringValue string) || finds(pattern.pattern(), string.text());
                    case Check.Items items -> !(value instanceof ArrayValue array) || items(items, array.items());
                    case Check.Members members ->
                        !(value instanceof ObjectValue object) || members(members, object.members());
                    case Check.Dependent dependent ->
                        !(value instanceof ObjectValue object)
                                || dependent.checks().entrySet().stream()
                                        .filter(entry -> object.members().containsKey(entry.getKey()))
                                        .allMatch(entry -> holds(entry.getValue(), value));
                    case Check.All all -> all.checks().stream().allMatch(each -> holds(each, value));
                    case Check.Any any -> any.checks().stream().anyMatch(each -> holds(each, value));
                    case Check.One one ->
                        one.checks().stream().filter(each -> holds(each, value)).count() == 1;
                    case Check.Not not -> !holds(not.check(), value);
                    case Check.If when -> holds(holds(when.condition(), value) ? when.then() : when.otherwise(), value);
                    case Check.Reference reference -> holds(references.get(reference.index()), value);
                };
        budget.leave();
        return holds;
    }

    /** What holds for a member of objects that satisfy the check, where the check says so itself. */
    Optional<Check> ofMember(Check check, String name) {
        return switch (check) {
            case Check.Members members -> Optional.ofNullable(members.members().get(name));
            case Check.All all -> {
                List<Check> found = all.checks().stream()
                        .flatMap(each -> ofMember(each, name).stream())
                        .toList();
                yield found.isEmpty() ? Optional.empty() : Optional.of(new Check.All(found));
            }
            default -> Optional.empty();
        };
    }

    private static boolean isOf(Set<Check.Kind> kinds, Value value) {
        return switch (value) {
            case NullValue none -> kinds.contains(Check.Kind.NULL);
            case BooleanValue flag -> kinds.contains(Check.Kind.BOOLEAN);
            case NumberValue number ->
                kinds.contains(Check.Kind.NUMBER) || (kinds.contains(Check.Kind.INTEGER) && isWhole(number.text()));
            case StringValue string -> kinds.contains(Check.Kind.STRING);
            case ArrayValue array -> kinds.contains(Check.Kind.ARRAY);
            case ObjectValue object -> kinds.contains(Check.Kind.OBJECT);
        };
    }

    private static boolean isWhole(String number) {
        try {
            return new BigDecimal(number).stripTrailingZeros().scale() <= 0;
        } catch (NumberFormatException exponentTooLarge) {
            return false;
        }
    }

    private boolean isAmong(List<Constant> constants, Value value) {
        String text = Canonical.text(value);
        budget.spend(constants.size() + text.length() / Long.SIZE);
        return constants.stream()
                .anyMatch(constant -> Canonical.text(value(constant)).equals(text));
    }

    /** The value that is known while compiling. */
    Value value(Constant constant) {
        return switch (constant) {
            case Constant.Single single ->
                switch (single.option().type()) {
                    case STRING -> Json.text(single.option().value());
                    case NUMBER -> Json.number(single.option().value());
                    case TRUE -> Json.flag(true);
                    case FALSE -> Json.flag(false);
                    case NULL -> Json.nothing();
                    case JSON -> typed.json(single.option().value()).orElse(Json.nothing());
                };
            case Constant.Items items ->
                Json.items(items.items().stream().map(this::value).toList());
            case Constant.Members members -> {
                Map<String, Value> values = new LinkedHashMap<>();
                members.members().forEach((name, member) -> values.put(name, value(member)));
                yield Json.members(values);
            }
        };
    }

    private static boolean isWithin(Check.Length length, String text) {
        int characters = text.codePointCount(0, text.length());
        return characters >= length.minimum() && characters <= length.maximum();
    }

    private static boolean isWithin(Check.Range range, String text) {
        Optional<BigDecimal> number = decimal(text);
        if (number.isEmpty()) {
            return false;
        }
        BigDecimal value = number.get();
        Optional<BigDecimal> step = decimal(range.multipleOf()).filter(factor -> factor.signum() != 0);
        return sign(value, range.minimum(), 1) >= (range.isMinimumExcluded() ? 1 : 0)
                && sign(value, range.maximum(), -1) <= (range.isMaximumExcluded() ? -1 : 0)
                && step.map(factor -> value.remainder(factor).signum() == 0).orElse(true);
    }

    private static int sign(BigDecimal value, @Nullable String bound, int unbounded) {
        return decimal(bound).map(value::compareTo).orElse(unbounded);
    }

    private static Optional<BigDecimal> decimal(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(number -> Math.abs((long) number.scale()) <= MAX_SCALE);
        } catch (NumberFormatException exponentTooLarge) {
            return Optional.empty();
        }
    }

    boolean finds(String pattern, String text) {
        budget.spend(1L + text.length());
        return patterns.finds(pattern, text);
    }

    private boolean items(Check.Items check, List<Value> items) {
        boolean isSized = items.size() >= check.minimum() && items.size() <= check.maximum();
        if (!isSized || (check.isUnique() && !areUnique(items))) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!holds(i < check.first().size() ? check.first().get(i) : check.rest(), items.get(i))) {
                return false;
            }
        }
        Check contains = check.contains();
        if (contains == null) {
            return true;
        }
        long contained = items.stream().filter(item -> holds(contains, item)).count();
        return contained >= check.leastContained() && contained <= check.mostContained();
    }

    private boolean areUnique(List<Value> items) {
        budget.spend(items.size());
        Set<String> seen = new HashSet<>();
        return items.stream().allMatch(item -> seen.add(Canonical.text(item)));
    }

    private boolean members(Check.Members check, Map<String, Value> members) {
        boolean isSized = members.size() >= check.minimum() && members.size() <= check.maximum();
        return isSized
                && members.keySet().containsAll(check.required())
                && members.entrySet().stream().allMatch(member -> member(check, member.getKey(), member.getValue()));
    }

    private boolean member(Check.Members check, String name, Value value) {
        Check names = check.names();
        if (names != null && !holds(names, Json.text(name))) {
            return false;
        }
        List<Check> checks = new ArrayList<>();
        Optional.ofNullable(check.members().get(name)).ifPresent(checks::add);
        check.patterns().forEach((pattern, each) -> {
            if (finds(pattern, name)) {
                checks.add(each);
            }
        });
        return checks.isEmpty() ? holds(check.rest(), value) : checks.stream().allMatch(each -> holds(each, value));
    }
}
