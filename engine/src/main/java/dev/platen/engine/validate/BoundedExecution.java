package dev.platen.engine.validate;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import java.io.Serial;
import java.util.Locale;

/**
 * One validation that ends. Schemas can ask for work that grows exponentially with the depth of the data, or that never
 * ends; the library enters every keyword by way of this context, where it is counted. Not thread-safe.
 */
final class BoundedExecution extends ExecutionContext {
    private static final int MAX_ERRORS = 1_000;
    private static final int MAX_NESTING = 1_000;

    private final long maxSteps;
    private long steps;
    private int nesting;

    BoundedExecution(long maxSteps) {
        super(ExecutionConfig.builder()
                .locale(Locale.ROOT)
                .formatAssertionsEnabled(true)
                .build());
        this.maxSteps = maxSteps;
    }

    @Override
    public void evaluationPathAddLast(String keyword) {
        count();
        super.evaluationPathAddLast(keyword);
    }

    @Override
    public void evaluationPathAddLast(int index) {
        count();
        super.evaluationPathAddLast(index);
    }

    @Override
    public void evaluationPathRemoveLast() {
        nesting--;
        super.evaluationPathRemoveLast();
    }

    /** What is added beyond the bound is left out; that there are errors is known by then. */
    @Override
    public void addError(Error error) {
        if (getErrors().size() < MAX_ERRORS) {
            super.addError(error);
        }
    }

    private void count() {
        if (++steps > maxSteps) {
            throw new Exhausted("validating takes more than %d steps".formatted(maxSteps));
        }
        if (++nesting > MAX_NESTING) {
            throw new Exhausted("keywords lead into each other more than %d deep".formatted(MAX_NESTING));
        }
    }

    /** Ends a validation; never leaves this package. */
    static final class Exhausted extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Exhausted(String message) {
            super(message, null, false, false);
        }
    }
}
