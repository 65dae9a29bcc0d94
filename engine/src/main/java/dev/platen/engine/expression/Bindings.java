package dev.platen.engine.expression;

import dev.platen.contract.plan.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the names of an expression stand for.
 *
 * @param depth how many loops are around
 * @param parameters what {@code params} has, by name
 */
public record Bindings(int depth, Map<String, Argument> parameters) {
    /** Neither loops nor parameters. */
    public static final Bindings NONE = new Bindings(0, Map.of());

    /** Keeps a copy. */
    public Bindings {
        parameters = Map.copyOf(parameters);
    }

    /** The same within one more loop. */
    public Bindings inLoop() {
        return new Bindings(depth + 1, parameters);
    }

    /** The same loops with other parameters. */
    public Bindings with(Map<String, Argument> others) {
        return new Bindings(depth, new LinkedHashMap<>(others));
    }

    Optional<Expression> parameter(String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(argument -> Outward.shifted(argument.value(), depth - argument.depth()));
    }

    /**
     * What a parameter stands for.
     *
     * @param value its value
     * @param source the same, as an expression; without parameters
     * @param depth how many loops are around the place where it was given
     */
    public record Argument(Expression value, String source, int depth) {}
}
