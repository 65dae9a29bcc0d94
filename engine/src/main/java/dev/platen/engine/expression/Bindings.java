package dev.platen.engine.expression;

import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Base;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.contract.plan.Expression.Path;
import dev.platen.contract.plan.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the names of an expression stand for.
 *
 * @param depth how many loops are around
 * @param parameters what {@code params} has, by name
 * @param item what {@code item} stands for where the innermost list was written out; null where it is that of a loop
 * @param position what {@code index} stands for then
 */
public record Bindings(
        int depth,
        Map<String, Argument> parameters,
        @Nullable Argument item,
        int position) {
    /** Neither loops nor parameters. */
    public static final Bindings NONE = new Bindings(0, Map.of(), null, 0);

    /** Keeps a copy. */
    public Bindings {
        parameters = Map.copyOf(parameters);
    }

    /** The same within one more loop. */
    public Bindings inLoop() {
        return new Bindings(depth + 1, parameters, null, 0);
    }

    /** The same for one item of a list that is written out, instead of within a loop. */
    public Bindings at(Argument known, int index) {
        return new Bindings(depth, parameters, known, index);
    }

    /** The same loops with other parameters. */
    public Bindings with(Map<String, Argument> others) {
        return new Bindings(depth, new LinkedHashMap<>(others), item, position);
    }

    /** Whether there is an item. */
    public boolean hasItem() {
        return depth > 0 || item != null;
    }

    Optional<Expression> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).map(this::here);
    }

    /** Characters that an expression grows by when all that is known here is put into it. */
    long length() {
        long ofItem = item == null ? 0 : item.source().length();
        return ofItem
                + parameters.values().stream()
                        .mapToLong(argument -> argument.source().length())
                        .sum();
    }

    /** What {@code item} stands for. */
    public Expression currentItem() {
        return item == null ? new Path(Base.ITEM, 0, List.of()) : here(item);
    }

    /** What {@code index} stands for. */
    Expression currentIndex() {
        return item == null
                ? new Path(Base.POSITION, 0, List.of())
                : new Known(new Constant.Single(new Option(Option.Type.NUMBER, Integer.toString(position))));
    }

    /** What an argument stands for within the loops that are around here. */
    Expression here(Argument argument) {
        return Outward.shifted(argument.value(), depth - argument.depth());
    }

    /**
     * What a parameter or an item stands for.
     *
     * @param value its value
     * @param source the same, as an expression; without parameters
     * @param depth how many loops are around the place where it was given
     */
    public record Argument(Expression value, String source, int depth) {}
}
