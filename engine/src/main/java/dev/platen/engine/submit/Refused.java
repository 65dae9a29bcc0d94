package dev.platen.engine.submit;

import dev.platen.contract.problem.Problem;
import java.io.Serial;

/** Ends the reading of a form; never leaves this package. */
final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
