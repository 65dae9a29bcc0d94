package dev.platen.contract.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes expressions, checks and constants: a number for the kind, then its parts. The numbers are only ever added to. */
@SuppressWarnings("EnumOrdinal") // the order of those enums is that of the format
record RuleWriter(PlanWriter out) {
    static final int MAX_NESTING = 200;

    void constant(Constant constant) {
        switch (constant) {
            case Constant.Single single -> {
                out.number(0);
                out.option(single.option());
            }
            case Constant.Items items -> {
                out.number(1);
                out.list(items.items(), this::constant);
            }
            case Constant.Members members -> {
                out.number(2);
                out.map(members.members(), this::constant);
            }
        }
    }

    void expression(Expression expression) {
        switch (expression) {
            case Expression.Known known -> {
                out.number(0);
                constant(known.constant());
            }
            case Expression.Path path -> {
                out.number(1);
                path(path);
            }
            case Expression.Holds holds -> {
                out.number(2);
                path(holds.path());
                check(holds.check());
            }
            case Expression.Not not -> {
                out.number(3);
                expression(not.operand());
            }
            case Expression.And and -> operands(4, and.operands());
            case Expression.Or or -> operands(5, or.operands());
            case Expression.Conditional conditional ->
                operands(6, List.of(conditional.condition(), conditional.then(), conditional.otherwise()));
            case Expression.Apply apply -> {
                out.number(7);
                out.number(apply.operator().ordinal());
                out.list(apply.operands(), this::expression);
            }
            case Expression.Script script -> {
                out.number(8);
                out.text(script.source());
            }
        }
    }

    private void operands(int kind, List<Expression> operands) {
        out.number(kind);
        out.list(operands, this::expression);
    }

    private void path(Expression.Path path) {
        out.number(path.base().ordinal());
        out.number(path.outward());
        out.list(path.steps(), out::text);
    }

    void check(Check check) {
        switch (check) {
            case Check.Type type -> {
                out.number(0);
                out.list(List.copyOf(type.kinds()).stream().sorted().toList(), kind -> out.number(kind.ordinal()));
            }
            case Check.Among among -> {
                out.number(1);
                out.list(among.constants(), this::constant);
            }
            case Check.Range range -> range(range);
            case Check.Length length -> {
                out.number(3);
                out.number(length.minimum());
                out.number(length.maximum());
            }
            case Check.Pattern pattern -> {
                out.number(4);
                out.text(pattern.pattern());
            }
            case Check.Items items -> items(items);
            case Check.Members members -> members(members);
            case Check.Dependent dependent -> {
                out.number(7);
                out.map(dependent.checks(), this::check);
            }
            case Check.All all -> several(8, all.checks());
            case Check.Any any -> several(9, any.checks());
            case Check.One one -> several(10, one.checks());
            case Check.Not not -> several(11, List.of(not.check()));
            case Check.If conditional ->
                several(12, List.of(conditional.condition(), conditional.then(), conditional.otherwise()));
            case Check.Reference reference -> {
                out.number(13);
                out.number(reference.index());
            }
        }
    }

    private void range(Check.Range range) {
        out.number(2);
        optional(range.minimum());
        out.number(range.isMinimumExcluded() ? 1 : 0);
        optional(range.maximum());
        out.number(range.isMaximumExcluded() ? 1 : 0);
        optional(range.multipleOf());
    }

    private void several(int kind, List<Check> checks) {
        out.number(kind);
        out.list(checks, this::check);
    }

    private void items(Check.Items items) {
        out.number(5);
        out.list(items.first(), this::check);
        check(items.rest());
        out.number(items.minimum());
        out.number(items.maximum());
        out.number(items.isUnique() ? 1 : 0);
        out.list(list(items.contains()), this::check);
        out.number(items.leastContained());
        out.number(items.mostContained());
    }

    private void members(Check.Members members) {
        out.number(6);
        out.map(members.members(), this::check);
        out.list(members.required(), out::text);
        out.map(members.patterns(), this::check);
        check(members.rest());
        out.list(list(members.names()), this::check);
        out.number(members.minimum());
        out.number(members.maximum());
    }

    private void optional(@Nullable String text) {
        out.list(text == null ? List.of() : List.of(text), out::text);
    }

    private static List<Check> list(@Nullable Check check) {
        return check == null ? List.of() : List.of(check);
    }
}
