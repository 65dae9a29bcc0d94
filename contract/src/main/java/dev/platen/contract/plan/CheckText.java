package dev.platen.contract.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks as text, for people. */
final class CheckText {
    private CheckText() {}

    static String of(Check check) {
        return switch (check) {
            case Check.Type type ->
                type.kinds().stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or "));
            case Check.Among among ->
                "one of "
                        + PlanListing.some(among.constants().stream()
                                .map(ExpressionText::of)
                                .toList());
            case Check.Range range -> range(range);
            case Check.Length length -> "length" + counts(length.minimum(), length.maximum());
            case Check.Pattern pattern -> "like " + PlanListing.quoted(pattern.pattern());
            case Check.Items items -> items(items);
            case Check.Members members -> members(members);
            case Check.Dependent dependent -> "where it has " + named(dependent.checks());
            case Check.All all -> joined(all.checks(), " and ", "anything");
            case Check.Any any -> joined(any.checks(), " or ", "never");
            case Check.One one -> "exactly one of (" + joined(one.checks(), "; ", "") + ")";
            case Check.Not not -> "not (" + of(not.check()) + ")";
            case Check.If choice ->
                "if (%s) then (%s) else (%s)"
                        .formatted(of(choice.condition()), of(choice.then()), of(choice.otherwise()));
            case Check.Reference reference -> "check " + reference.index();
        };
    }

    private static String joined(List<Check> checks, String separator, String none) {
        return checks.isEmpty()
                ? none
                : checks.stream()
                        .map(check -> checks.size() == 1 ? of(check) : inner(check))
                        .collect(Collectors.joining(separator));
    }

    private static String inner(Check check) {
        boolean isAll = check instanceof Check.All(var all) && all.size() > 1;
        boolean isAny = check instanceof Check.Any(var any) && any.size() > 1;
        return isAll || isAny ? "(" + of(check) + ")" : of(check);
    }

    private static String range(Check.Range range) {
        List<String> says = new ArrayList<>();
        if (range.minimum() != null) {
            says.add((range.isMinimumExcluded() ? "> " : ">= ") + range.minimum());
        }
        if (range.maximum() != null) {
            says.add((range.isMaximumExcluded() ? "< " : "<= ") + range.maximum());
        }
        if (range.multipleOf() != null) {
            says.add("multiple of " + range.multipleOf());
        }
        return "number " + String.join(", ", says);
    }

    private static String items(Check.Items items) {
        List<String> says = new ArrayList<>();
        if (!items.first().isEmpty()) {
            says.add("first (" + joined(items.first(), "; ", "") + ")");
        }
        add(says, "each", items.rest());
        add(says, "some", items.contains());
        if (items.isUnique()) {
            says.add("distinct");
        }
        return "list" + counts(items.minimum(), items.maximum()) + braces(says);
    }

    private static String members(Check.Members members) {
        List<String> says = new ArrayList<>();
        if (!members.required().isEmpty()) {
            says.add("required " + String.join(", ", members.required()));
        }
        if (!members.members().isEmpty()) {
            says.add(named(members.members()));
        }
        if (!members.patterns().isEmpty()) {
            says.add("like " + named(members.patterns()));
        }
        add(says, "others", members.rest());
        add(says, "names", members.names());
        return "object" + counts(members.minimum(), members.maximum()) + braces(says);
    }

    private static void add(List<String> says, String what, @Nullable Check check) {
        if (check != null && !check.equals(Check.ANYTHING)) {
            says.add(what + " " + inner(check));
        }
    }

    private static String braces(List<String> says) {
        return says.isEmpty() ? "" : " {" + String.join(", ", says) + "}";
    }

    private static String named(Map<String, Check> checks) {
        return checks.entrySet().stream()
                .map(each -> each.getKey() + ": " + inner(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String counts(int minimum, int maximum) {
        if (minimum == 0 && maximum == Integer.MAX_VALUE) {
            return "";
        }
        return maximum == Integer.MAX_VALUE
                ? " of %s or more".formatted(minimum)
                : " of %s to %s".formatted(minimum, maximum);
    }
}
