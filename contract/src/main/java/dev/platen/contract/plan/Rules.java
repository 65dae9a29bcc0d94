package dev.platen.contract.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies the expressions and checks of a plan: what they refer to is there. */
record Rules(Plan plan) {
    void verify() throws UnreadablePlan {
        for (Expression expression : plan.expressions()) {
            expression(expression);
        }
        for (Plan.Alternatives alternatives : plan.alternatives()) {
            int initial = alternatives.initial();
            PlanVerifier.require(initial >= 0 && initial < alternatives.fits().size(), "there is an alternative");
            checks(alternatives.fits());
        }
        checks(plan.checks());
        part(plan.parts().root());
        parts(plan.parts().routines());
    }

    private void parts(List<Part> parts) throws UnreadablePlan {
        for (Part part : parts) {
            part(part);
        }
    }

    private void part(Part part) throws UnreadablePlan {
        switch (part) {
            case Part.Group group -> parts(group.children());
            case Part.Items items -> {
                parts(items.fixed());
                if (items.item() != null) {
                    part(items.item());
                }
            }
            case Part.Entries entries -> {
                for (Part.Kind kind : entries.kinds()) {
                    part(kind.part());
                }
            }
            case Part.Alternatives alternatives -> {
                PlanVerifier.require(!alternatives.branches().isEmpty(), "there is an alternative");
                for (Part.Branch branch : alternatives.branches()) {
                    check(branch.fits());
                    part(branch.part());
                }
            }
            case Part.Either either -> {
                expression(either.condition());
                parts(either.then());
                parts(either.otherwise());
            }
            case Part.Again again ->
                PlanVerifier.require(
                        again.routine() >= 0
                                && again.routine() < plan.parts().routines().size(),
                        "a routine is in the plan");
            case Part.Leaf leaf -> {}
        }
    }

    private void expressions(List<Expression> expressions) throws UnreadablePlan {
        for (Expression expression : expressions) {
            expression(expression);
        }
    }

    private void expression(Expression expression) throws UnreadablePlan {
        switch (expression) {
            case Expression.Known known -> {}
            case Expression.Script script -> {}
            case Expression.Path path -> path(path);
            case Expression.Holds holds -> {
                path(holds.path());
                check(holds.check());
            }
            case Expression.Not not -> expression(not.operand());
            case Expression.And and -> expressions(and.operands());
            case Expression.Or or -> expressions(or.operands());
            case Expression.Conditional conditional ->
                expressions(List.of(conditional.condition(), conditional.then(), conditional.otherwise()));
            case Expression.Apply apply -> expressions(apply.operands());
        }
    }

    private static void path(Expression.Path path) throws UnreadablePlan {
        PlanVerifier.require(path.outward() >= 0, "a path leads outward");
    }

    private void checks(Iterable<Check> checks) throws UnreadablePlan {
        for (Check check : checks) {
            check(check);
        }
    }

    private void check(@Nullable Check check) throws UnreadablePlan {
        switch (check) {
            case null -> {}
            case Check.Type type -> {}
            case Check.Among among -> {}
            case Check.Range range -> {}
            case Check.Length length -> {}
            case Check.Pattern pattern -> {}
            case Check.Items items -> {
                checks(items.first());
                check(items.rest());
                check(items.contains());
            }
            case Check.Members members -> {
                checks(members.members().values());
                checks(members.patterns().values());
                check(members.rest());
                check(members.names());
            }
            case Check.Dependent dependent -> checks(dependent.checks().values());
            case Check.All all -> checks(all.checks());
            case Check.Any any -> checks(any.checks());
            case Check.One one -> checks(one.checks());
            case Check.Not not -> check(not.check());
            case Check.If conditional ->
                checks(List.of(conditional.condition(), conditional.then(), conditional.otherwise()));
            case Check.Reference reference ->
                PlanVerifier.require(
                        reference.index() >= 0
                                && reference.index() < plan.checks().size(),
                        "a check is in the plan");
        }
    }
}
