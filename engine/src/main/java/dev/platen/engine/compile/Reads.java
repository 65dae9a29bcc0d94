package dev.platen.engine.compile;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Base;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds what expressions read. */
final class Reads {
    private Reads() {}

    /**
     * Tells every address that the expression reads, and whether it is the same everywhere on the page.
     *
     * @param here of the value that the part around it reads
     */
    static void of(Expression expression, Address here, BiConsumer<Address, Boolean> found) {
        switch (expression) {
            case Expression.Known _ -> {}
            case Expression.Path path -> path(path, here, found);
            case Expression.Holds(Expression.Path path, Check check) -> checked(path, check, here, found);
            case Expression.Not(Expression operand) -> of(operand, here, found);
            case Expression.And(List<Expression> operands) -> operands.forEach(each -> of(each, here, found));
            case Expression.Or(List<Expression> operands) -> operands.forEach(each -> of(each, here, found));
            case Expression.Conditional(Expression condition, Expression then, Expression otherwise) ->
                List.of(condition, then, otherwise).forEach(each -> of(each, here, found));
            case Expression.Apply apply -> applied(apply, here, found);
            case Expression.Script _ -> found.accept(Address.ROOT, true); // which can be any part of it
        }
    }

    private static void applied(Expression.Apply apply, Address here, BiConsumer<Address, Boolean> found) {
        if (apply.operator() == Expression.Operator.HAS
                && apply.operands().getFirst() instanceof Expression.Path path) {
            checked(path, Check.ANYTHING, here, found);
        } else {
            apply.operands().forEach(each -> of(each, here, found));
        }
    }

    /** Of an object that is there whatever happens, only the members count that are checked. */
    private static void checked(Expression.Path path, Check check, Address here, BiConsumer<Address, Boolean> found) {
        Optional<Set<String>> members =
                path.steps().isEmpty() && isAlwaysThere(path, here) ? membersOf(check) : Optional.empty();
        if (members.isPresent()) {
            members.get()
                    .forEach(
                            name -> path(new Expression.Path(path.base(), path.outward(), List.of(name)), here, found));
        } else {
            path(path, here, found);
        }
    }

    private static boolean isAlwaysThere(Expression.Path path, Address here) {
        boolean isItem = !here.steps().isEmpty() && here.steps().getLast().equals(Address.ANY);
        return path.base() == Base.ROOT || isItem || here.equals(Address.ROOT);
    }

    /** The members of an object that the check reads; empty where it reads all. */
    private static Optional<Set<String>> membersOf(Check check) {
        return switch (check) {
            case Check.Members object
            when isOfNamed(object) -> Optional.of(union(object.members().keySet(), Set.copyOf(object.required())));
            case Check.Dependent(Map<String, Check> checks) ->
                membersOf(checks.values()).map(names -> union(names, checks.keySet()));
            case Check.All(List<Check> checks) -> membersOf(checks);
            case Check.Any(List<Check> checks) -> membersOf(checks);
            case Check.One(List<Check> checks) -> membersOf(checks);
            case Check.Not(Check operand) -> membersOf(operand);
            case Check.If(Check condition, Check then, Check otherwise) ->
                membersOf(List.of(condition, then, otherwise));
            case Check.Type _ -> Optional.of(Set.of()); // an object stays one
            case Check.Members _, Check.Among _, Check.Range _, Check.Length _, Check.Pattern _ -> Optional.empty();
            case Check.Items _, Check.Reference _ -> Optional.empty();
        };
    }

    private static Optional<Set<String>> membersOf(Collection<Check> checks) {
        return checks.stream()
                .map(Reads::membersOf)
                .reduce(
                        Optional.of(Set.of()),
                        (one, other) -> one.isEmpty() || other.isEmpty()
                                ? Optional.empty()
                                : Optional.of(union(one.get(), other.get())));
    }

    private static boolean isOfNamed(Check.Members object) {
        return object.patterns().isEmpty()
                && object.rest().equals(Check.ANYTHING)
                && object.names() == null
                && object.minimum() == 0
                && object.maximum() == Integer.MAX_VALUE;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    /** What loops go through is read where they begin, whatever is then read of an item. */
    private static void path(Expression.Path path, Address here, BiConsumer<Address, Boolean> found) {
        if (path.base() == Base.ROOT) {
            found.accept(Address.ROOT.then(path.steps()), true);
        } else if (path.base() == Base.HERE) {
            found.accept(here.then(path.steps()), false);
        }
    }
}
