package dev.platen.engine.submit;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;

/** Counts the work of one reading. Not thread-safe. */
final class Budget {
    private final Limits limits;
    private long left;
    private int depth;

    Budget(Limits limits) {
        this.limits = limits;
        this.left = limits.renderSteps();
    }

    void step() {
        spend(1);
    }

    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw exceeded();
        }
    }

    Refused exceeded() {
        return refused("reading the form takes more than %s steps; send less".formatted(limits.renderSteps()));
    }

    /** Goes one part deeper; {@link #leave} comes back. Parts of one value may lie within each other, so that there are more. */
    void enter() {
        step();
        if (++depth > 4 * limits.depth()) {
            throw refused(
                    "parts may be nested at most %s deep; send data that is flatter".formatted(4 * limits.depth()));
        }
    }

    void leave() {
        depth--;
    }

    private static Refused refused(String detail) {
        return new Refused(new Problem(ProblemCode.DATA_REJECTED, detail));
    }
}
