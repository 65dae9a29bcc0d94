package dev.platen.engine.link;

import dev.platen.contract.plan.Names;
import dev.platen.contract.plan.Plan;
import java.util.List;

/**
 * A plan for pages of one look. Immutable: nobody may write to its arrays.
 *
 * @param plan what was linked; its tables are used as they are, its code and its segments are not
 * @param look what it was linked for
 * @param code instructions of {@link LinkedOp} and {@link dev.platen.contract.plan.Op}
 * @param segments UTF-8 of all that is known beforehand; begins with the segments of the plan
 * @param runs for {@link LinkedOp#RUN}
 * @param routines addresses of the code that calls itself
 * @param names the members that are read; those of the plan have the same index
 * @param table the same names, by their bytes
 * @param ways for the instructions that have one
 * @param hasFiles whether its forms may hold files
 */
public record LinkedPlan(
        Plan plan,
        Look look,
        int[] code,
        byte[] segments,
        int[] runs,
        List<Integer> routines,
        Names names,
        NameTable table,
        Way[] ways,
        boolean hasFiles) {
    /** Keeps a copy of the list. */
    public LinkedPlan {
        routines = List.copyOf(routines);
    }

    /** About how many bytes of memory it takes beside its plan. */
    long weight() {
        return segments.length + 4L * (code.length + runs.length) + 64L * (ways.length + names.size());
    }
}
