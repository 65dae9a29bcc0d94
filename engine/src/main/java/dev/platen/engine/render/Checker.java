package dev.platen.engine.render;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Check.Kind;
import dev.platen.contract.plan.Constant;
import dev.platen.engine.link.ValueType;
import dev.platen.engine.pattern.PlanPatterns;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides whether values satisfy checks. Every check counts as a step. Not thread-safe; used for one rendering. */
final class Checker {
    private static final int MAX_NESTING = 200;

    /** A form that the value satisfies beats all that it only resembles. */
    private static final int FITTING = 1 << 20;

    private final Data data;
    private final Tape tape;
    private final List<Check> shared;
    private final Steps steps;
    private final PlanPatterns patterns;
    private int nesting;

    Checker(Data data, List<Check> shared, PlanPatterns patterns, Steps steps) {
        this.data = data;
        this.tape = data.tape();
        this.shared = shared;
        this.patterns = patterns;
        this.steps = steps;
    }

    /** Whether the value satisfies the check. */
    boolean holds(Check check, int value) throws Refused {
        steps.add(1);
        if (++nesting > MAX_NESTING) {
            throw new Refused(
                    "conditions may be nested at most %s deep, this data nests deeper".formatted(MAX_NESTING));
        }
        boolean holds =
                switch (check) {
                    case Check.Type type -> isOneOf(type.kinds(), value);
                    case Check.Among among -> isAmong(among.constants(), value);
                    case Check.Range range ->
                        tape.type(value) != ValueType.NUMBER || isWithin(range, data.number(value));
                    case Check.Length length ->
                        tape.type(value) != ValueType.STRING || isLong(length, data.string(value));
                    case Check.Pattern pattern ->
                        tape.type(value) != ValueType.STRING || matches(pattern.pattern(), data.string(value));
                    case Check.Items items -> tape.type(value) != ValueType.LIST || items(items, value);
                    case Check.Members members -> tape.type(value) != ValueType.OBJECT || members(members, value);
                    case Check.Dependent dependent ->
                        tape.type(value) != ValueType.OBJECT || dependent(dependent, value);
                    case Check.All all ->
                        count(all.checks(), value, false) == all.checks().size();
                    case Check.Any any -> count(any.checks(), value, true) > 0;
                    case Check.One one -> count(one.checks(), value, null) == 1;
                    case Check.Not not -> !holds(not.check(), value);
                    case Check.If conditional ->
                        holds(
                                holds(conditional.condition(), value) ? conditional.then() : conditional.otherwise(),
                                value);
                    case Check.Reference reference -> holds(shared.get(reference.index()), value);
                };
        nesting--;
        return holds;
    }

    /** How many checks hold; stops at the first that holds ({@code true}) or does not ({@code false}). */
    private int count(List<Check> checks, int value, @org.jspecify.annotations.Nullable Boolean until) throws Refused {
        int count = 0;
        for (int i = 0; i < checks.size(); i++) {
            boolean holds = holds(checks.get(i), value);
            count += holds ? 1 : 0;
            if (until != null && holds == until) {
                return count;
            }
        }
        return count;
    }

    private boolean isOneOf(Set<Kind> kinds, int value) {
        return switch (tape.type(value)) {
            case ValueType.STRING -> kinds.contains(Kind.STRING);
            case ValueType.NUMBER ->
                kinds.contains(Kind.NUMBER) || (kinds.contains(Kind.INTEGER) && isInteger(data.number(value)));
            case ValueType.TRUE, ValueType.FALSE -> kinds.contains(Kind.BOOLEAN);
            case ValueType.NULL -> kinds.contains(Kind.NULL);
            case ValueType.LIST -> kinds.contains(Kind.ARRAY);
            case ValueType.OBJECT -> kinds.contains(Kind.OBJECT);
            default -> false;
        };
    }

    private static boolean isInteger(String number) {
        try {
            return new BigDecimal(number).stripTrailingZeros().scale() <= 0;
        } catch (NumberFormatException exponentTooLarge) {
            return false;
        }
    }

    private boolean isAmong(List<Constant> constants, int value) throws Refused {
        for (Constant constant : constants) {
            if (value != Tape.NOTHING && data.equal(value, constant)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(Check.Range range, String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            if (range.minimum() != null) {
                int compared = value.compareTo(new BigDecimal(range.minimum()));
                if (compared < 0 || (compared == 0 && range.isMinimumExcluded())) {
                    return false;
                }
            }
            if (range.maximum() != null) {
                int compared = value.compareTo(new BigDecimal(range.maximum()));
                if (compared > 0 || (compared == 0 && range.isMaximumExcluded())) {
                    return false;
                }
            }
            return range.multipleOf() == null || isMultiple(value, new BigDecimal(range.multipleOf()));
        } catch (NumberFormatException exponentTooLarge) {
            return true;
        }
    }

    /** Without ever writing out a number of many digits: the exponents are compared first. */
    private static boolean isMultiple(BigDecimal value, BigDecimal divisor) {
        if (divisor.signum() == 0 || Math.abs((long) value.scale() - divisor.scale()) > 400) {
            return true;
        }
        return value.remainder(divisor).signum() == 0;
    }

    private static boolean isLong(Check.Length length, String text) {
        int characters = text.codePointCount(0, text.length());
        return characters >= length.minimum() && characters <= length.maximum();
    }

    private boolean matches(String pattern, String text) throws Refused {
        steps.add(text.length());
        return patterns.finds(pattern, text);
    }

    private boolean items(Check.Items items, int list) throws Refused {
        int count = 0;
        int contained = 0;
        Set<String> seen = new HashSet<>();
        int end = tape.after(list);
        for (int item = tape.firstItem(list); item < end; item = tape.after(item)) {
            Check check = count < items.first().size() ? items.first().get(count) : items.rest();
            if (!holds(check, item) || (items.isUnique() && !seen.add(data.canonical(item)))) {
                return false;
            }
            contained += items.contains() != null && holds(items.contains(), item) ? 1 : 0;
            count++;
        }
        boolean hasContained =
                items.contains() == null || (contained >= items.leastContained() && contained <= items.mostContained());
        return hasContained && count >= items.minimum() && count <= items.maximum();
    }

    private boolean members(Check.Members members, int object) throws Refused {
        for (String name : members.required()) {
            if (data.member(object, name) == Tape.NOTHING) {
                return false;
            }
        }
        int count = tape.count(object);
        steps.add(count);
        if (count < members.minimum() || count > members.maximum()) {
            return false;
        }
        int end = tape.after(object);
        for (int member = tape.firstMember(object); member < end; member = tape.afterMember(member)) {
            if (!member(members, data.name(member), tape.memberValue(member))) {
                return false;
            }
        }
        return true;
    }

    private boolean member(Check.Members members, String name, int value) throws Refused {
        Check own = members.members().get(name);
        boolean isNamed = own != null;
        if (own != null && !holds(own, value)) {
            return false;
        }
        for (Map.Entry<String, Check> pattern : members.patterns().entrySet()) {
            if (matches(pattern.getKey(), name)) {
                isNamed = true;
                if (!holds(pattern.getValue(), value)) {
                    return false;
                }
            }
        }
        return isNamed || holds(members.rest(), value);
    }

    private boolean dependent(Check.Dependent dependent, int object) throws Refused {
        for (Map.Entry<String, Check> each : dependent.checks().entrySet()) {
            if (data.member(object, each.getKey()) != Tape.NOTHING && !holds(each.getValue(), object)) {
                return false;
            }
        }
        return true;
    }

    /** Which of the checks fits the value best, the first of several; the initial one where there is no value. */
    int best(List<Check> fits, int initial, int value) throws Refused {
        int chosen = initial;
        int best = -1;
        for (int i = 0; value != Tape.NOTHING && i < fits.size(); i++) {
            int score = score(fits.get(i), value) + (holds(fits.get(i), value) ? FITTING : 0);
            if (score > best) {
                best = score;
                chosen = i;
            }
        }
        return chosen;
    }

    /** How much of the value the check is about: members that are there and fit, constants that are equal. */
    int score(Check check, int value) throws Refused {
        steps.add(1);
        return switch (check) {
            case Check.All all -> sum(all.checks(), value);
            case Check.Among among -> isAmong(among.constants(), value) ? 2 : 0;
            case Check.Type type -> isOneOf(type.kinds(), value) ? 1 : 0;
            case Check.Members members -> tape.type(value) == ValueType.OBJECT ? score(members, value) : 0;
            default -> 0;
        };
    }

    private int sum(List<Check> checks, int value) throws Refused {
        int sum = 0;
        for (Check check : checks) {
            sum += score(check, value);
        }
        return sum;
    }

    private int score(Check.Members members, int object) throws Refused {
        int score = 0;
        for (Map.Entry<String, Check> member : members.members().entrySet()) {
            int value = data.member(object, member.getKey());
            if (value != Tape.NOTHING && holds(member.getValue(), value)) {
                score += 1 + score(member.getValue(), value);
            }
        }
        return score;
    }
}
