package dev.platen.contract.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RuleWriter} writes, no deeper than it is sane to nest. */
final class RuleReader {
    private final PlanReader in;
    private int nesting;

    RuleReader(PlanReader in) {
        this.in = in;
    }

    Constant constant() throws UnreadablePlan {
        enter();
        Constant constant =
                switch (in.number()) {
                    case 0 -> new Constant.Single(in.option());
                    case 1 -> new Constant.Items(in.list(this::constant));
                    case 2 -> new Constant.Members(in.map(this::constant));
                    default -> throw new UnreadablePlan("a constant is of an unknown kind");
                };
        nesting--;
        return constant;
    }

    Expression expression() throws UnreadablePlan {
        enter();
        Expression expression =
                switch (in.number()) {
                    case 0 -> new Expression.Known(constant());
                    case 1 -> path();
                    case 2 -> new Expression.Holds(path(), check());
                    case 3 -> new Expression.Not(expression());
                    case 4 -> new Expression.And(in.list(this::expression));
                    case 5 -> new Expression.Or(in.list(this::expression));
                    case 6 -> conditional(in.list(this::expression));
                    case 7 ->
                        new Expression.Apply(
                                in.constant(List.of(Expression.Operator.values())), in.list(this::expression));
                    case 8 -> new Expression.Script(in.text());
                    default -> throw new UnreadablePlan("an expression is of an unknown kind");
                };
        nesting--;
        return expression;
    }

    private static Expression conditional(List<Expression> parts) throws UnreadablePlan {
        requireSize(parts, 3);
        return new Expression.Conditional(parts.get(0), parts.get(1), parts.get(2));
    }

    private Expression.Path path() throws UnreadablePlan {
        Expression.Base base = in.constant(List.of(Expression.Base.values()));
        return new Expression.Path(base, in.number(), in.list(in::text));
    }

    Check check() throws UnreadablePlan {
        enter();
        Check check = check(in.number());
        nesting--;
        return check;
    }

    private Check check(int kind) throws UnreadablePlan {
        return switch (kind) {
            case 0 -> new Check.Type(kinds());
            case 1 -> new Check.Among(in.list(this::constant));
            case 2 -> range();
            case 3 -> new Check.Length(in.number(), in.number());
            case 4 -> new Check.Pattern(in.text());
            case 5 -> items();
            case 6 -> members();
            case 7 -> new Check.Dependent(in.map(this::check));
            case 8 -> new Check.All(in.list(this::check));
            case 9 -> new Check.Any(in.list(this::check));
            case 10 -> new Check.One(in.list(this::check));
            case 11 -> negation(in.list(this::check));
            case 12 -> conditionalCheck(in.list(this::check));
            case 13 -> new Check.Reference(in.number());
            default -> throw new UnreadablePlan("a check is of an unknown kind");
        };
    }

    private static Check negation(List<Check> parts) throws UnreadablePlan {
        requireSize(parts, 1);
        return new Check.Not(parts.getFirst());
    }

    private static Check conditionalCheck(List<Check> parts) throws UnreadablePlan {
        requireSize(parts, 3);
        return new Check.If(parts.get(0), parts.get(1), parts.get(2));
    }

    private Set<Check.Kind> kinds() throws UnreadablePlan {
        Set<Check.Kind> kinds = EnumSet.noneOf(Check.Kind.class);
        kinds.addAll(in.list(() -> in.constant(List.of(Check.Kind.values()))));
        return kinds;
    }

    private Check range() throws UnreadablePlan {
        return new Check.Range(optional(), in.number() == 1, optional(), in.number() == 1, optional());
    }

    private Check items() throws UnreadablePlan {
        return new Check.Items(
                in.list(this::check),
                check(),
                in.number(),
                in.number(),
                in.number() == 1,
                first(in.list(this::check)),
                in.number(),
                in.number());
    }

    private Check members() throws UnreadablePlan {
        return new Check.Members(
                in.map(this::check),
                in.list(in::text),
                in.map(this::check),
                check(),
                first(in.list(this::check)),
                in.number(),
                in.number());
    }

    private @Nullable String optional() throws UnreadablePlan {
        return first(in.list(in::text));
    }

    private static <T> @Nullable T first(List<T> values) {
        return values.isEmpty() ? null : values.getFirst();
    }

    private void enter() throws UnreadablePlan {
        if (++nesting > RuleWriter.MAX_NESTING) {
            throw new UnreadablePlan("rules are nested at most %s deep".formatted(RuleWriter.MAX_NESTING));
        }
    }

    private static void requireSize(List<?> parts, int size) throws UnreadablePlan {
        if (parts.size() != size) {
            throw new UnreadablePlan("a rule has %s parts, found %s".formatted(size, parts.size()));
        }
    }
}
