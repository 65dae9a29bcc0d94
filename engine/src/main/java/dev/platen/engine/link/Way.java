package dev.platen.engine.link;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Names;

/**
 * A path of which every step was looked up. Immutable: nobody may write to its array.
 *
 * @param path as the plan has it
 * @param names for each of its steps, the index in {@link LinkedPlan#names()}
 */
public record Way(Expression.Path path, int[] names) {
    static Way of(Expression.Path path, Names names) {
        return new Way(path, path.steps().stream().mapToInt(names::find).toArray());
    }
}
