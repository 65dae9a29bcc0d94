package dev.platen.engine.link;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Names;
import java.util.List;

/**
 * Where an instruction finds its value: a path of which everything was looked up that can be known beforehand. Immutable:
 * nobody may write to its array.
 *
 * @param expression what the instruction was made of; decides where the way leads to no value of the data
 * @param start where the path begins: {@link #ROOT}, {@link #HERE}, or the loop of that item, counted outwards from 0
 * @param steps of the path
 * @param names for each of its steps, the index in {@link LinkedPlan#names()}
 */
public record Way(Expression expression, int start, List<String> steps, int[] names) {
    /** The path begins at the whole data. */
    public static final int ROOT = -1;
    /** The path begins at the current value. */
    public static final int HERE = -2;

    static Way of(Expression expression, Expression.Path path, Names names) {
        int start =
                switch (path.base()) {
                    case ROOT -> ROOT;
                    case HERE -> HERE;
                    case ITEM -> path.outward();
                    case POSITION -> throw new IllegalArgumentException("a position is no value of the data");
                };
        return new Way(
                expression,
                start,
                path.steps(),
                path.steps().stream().mapToInt(names::find).toArray());
    }
}
