package dev.platen.engine.jsonschema;

import com.google.re2j.Pattern;
import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Option;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether checks hold for values that are known while compiling, by the rules of {@link Check}. A check that refers to
 * itself without end holds.
 */
record Verdict(List<Check> references) {
    private static final int MAX_DEPTH = 64;

    /** Whether the check holds for the value; null for no value. */
    boolean holds(Check check, @Nullable Constant value) {
        return holds(check, value, 0);
    }

    private boolean holds(Check check, @Nullable Constant value, int depth) {
        if (depth > MAX_DEPTH) {
            return true;
        }
        return switch (check) {
            case Check.Type type -> value != null && !isDisjoint(type.kinds(), kinds(value));
            case Check.Among among -> value != null && among.constants().contains(value);
            case Check.Range range -> !(value instanceof Constant.Single single) || isWithin(range, single.option());
            case Check.Length length -> !isString(value) || isWithin(length, text(value));
            case Check.Pattern pattern ->
                !isString(value)
                        || Pattern.compile(pattern.pattern())
                                .matcher(text(value))
                                .find();
            case Check.Items items -> !(value instanceof Constant.Items list) || holds(items, list.items(), depth);
            case Check.Members members ->
                !(value instanceof Constant.Members object) || holds(members, object.members(), depth);
            case Check.Dependent dependent ->
                !(value instanceof Constant.Members object)
                        || dependent.checks().entrySet().stream()
                                .filter(entry -> object.members().containsKey(entry.getKey()))
                                .allMatch(entry -> holds(entry.getValue(), value, depth + 1));
            case Check.All all -> all.checks().stream().allMatch(each -> holds(each, value, depth + 1));
            case Check.Any any -> any.checks().stream().anyMatch(each -> holds(each, value, depth + 1));
            case Check.One one ->
                one.checks().stream()
                                .filter(each -> holds(each, value, depth + 1))
                                .count()
                        == 1;
            case Check.Not not -> !holds(not.check(), value, depth + 1);
            case Check.If choice ->
                holds(
                        holds(choice.condition(), value, depth + 1) ? choice.then() : choice.otherwise(),
                        value,
                        depth + 1);
            case Check.Reference reference -> holds(references.get(reference.index()), value, depth + 1);
        };
    }

    private static boolean isDisjoint(Set<Check.Kind> left, Set<Check.Kind> right) {
        return left.stream().noneMatch(right::contains);
    }

    private static Set<Check.Kind> kinds(Constant value) {
        return switch (value) {
            case Constant.Items items -> EnumSet.of(Check.Kind.ARRAY);
            case Constant.Members members -> EnumSet.of(Check.Kind.OBJECT);
            case Constant.Single single ->
                switch (single.option().type()) {
                    case STRING -> EnumSet.of(Check.Kind.STRING);
                    case NUMBER ->
                        isWhole(single.option().value())
                                ? EnumSet.of(Check.Kind.NUMBER, Check.Kind.INTEGER)
                                : EnumSet.of(Check.Kind.NUMBER);
                    case TRUE, FALSE -> EnumSet.of(Check.Kind.BOOLEAN);
                    case NULL -> EnumSet.of(Check.Kind.NULL);
                    case JSON -> EnumSet.noneOf(Check.Kind.class);
                };
        };
    }

    private static boolean isWhole(String number) {
        try {
            return new BigDecimal(number).stripTrailingZeros().scale() <= 0;
        } catch (NumberFormatException exponentTooLarge) {
            return true;
        }
    }

    private static boolean isString(@Nullable Constant value) {
        return value instanceof Constant.Single single && single.option().type() == Option.Type.STRING;
    }

    private static String text(@Nullable Constant value) {
        return value instanceof Constant.Single single ? single.option().value() : "";
    }

    private static boolean isWithin(Check.Length length, String text) {
        int characters = text.codePointCount(0, text.length());
        return characters >= length.minimum() && characters <= length.maximum();
    }

    private static boolean isWithin(Check.Range range, Option option) {
        if (option.type() != Option.Type.NUMBER) {
            return true;
        }
        BigDecimal number = new BigDecimal(option.value());
        boolean isEnough = range.minimum() == null
                || number.compareTo(new BigDecimal(range.minimum())) >= (range.isMinimumExcluded() ? 1 : 0);
        boolean isNotTooMuch = range.maximum() == null
                || number.compareTo(new BigDecimal(range.maximum())) <= (range.isMaximumExcluded() ? -1 : 0);
        boolean isMultiple = range.multipleOf() == null
                || new BigDecimal(range.multipleOf()).signum() == 0
                || number.remainder(new BigDecimal(range.multipleOf())).signum() == 0;
        return isEnough && isNotTooMuch && isMultiple;
    }

    private boolean holds(Check.Items check, List<Constant> items, int depth) {
        for (int i = 0; i < items.size(); i++) {
            Check item = i < check.first().size() ? check.first().get(i) : check.rest();
            if (!holds(item, items.get(i), depth + 1)) {
                return false;
            }
        }
        Check contains = check.contains();
        long contained = contains == null
                ? 0
                : items.stream()
                        .filter(item -> holds(contains, item, depth + 1))
                        .count();
        boolean isContained =
                contains == null || (contained >= check.leastContained() && contained <= check.mostContained());
        return isContained
                && items.size() >= check.minimum()
                && items.size() <= check.maximum()
                && (!check.isUnique() || new HashSet<>(items).size() == items.size());
    }

    private boolean holds(Check.Members check, Map<String, Constant> members, int depth) {
        boolean isComplete = members.keySet().containsAll(check.required())
                && members.size() >= check.minimum()
                && members.size() <= check.maximum();
        return isComplete
                && members.entrySet().stream()
                        .allMatch(member -> holds(check, member.getKey(), member.getValue(), depth));
    }

    private boolean holds(Check.Members check, String name, Constant value, int depth) {
        Check names = check.names();
        boolean isNamed = false;
        if (names != null && !holds(names, new Constant.Single(new Option(Option.Type.STRING, name)), depth + 1)) {
            return false;
        }
        Check member = check.members().get(name);
        if (member != null) {
            isNamed = true;
            if (!holds(member, value, depth + 1)) {
                return false;
            }
        }
        for (var pattern : check.patterns().entrySet()) {
            if (Pattern.compile(pattern.getKey()).matcher(name).find()) {
                isNamed = true;
                if (!holds(pattern.getValue(), value, depth + 1)) {
                    return false;
                }
            }
        }
        return isNamed || holds(check.rest(), value, depth + 1);
    }
}
