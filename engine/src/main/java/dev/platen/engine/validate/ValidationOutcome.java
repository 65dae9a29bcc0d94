package dev.platen.engine.validate;

import dev.platen.contract.problem.Problem;
import java.util.List;

/** What came of validating data. */
public sealed interface ValidationOutcome {
    /**
     * The data was validated.
     *
     * @param errors the rules that it breaks, in the order in which they were found, the same every time; none where it
     *     is valid
     */
    record Validated(List<ValidationError> errors) implements ValidationOutcome {
        /** Keeps a copy. */
        public Validated {
            errors = List.copyOf(errors);
        }

        /** Whether the data breaks no rule. */
        public boolean isValid() {
            return errors.isEmpty();
        }

        /** JSON Schema's "basic" output, as UTF-8. */
        public byte[] toJson() {
            return BasicOutput.of(this);
        }
    }

    /** The document or the data is refused, or validating took too much work. */
    record ValidationRejected(Problem problem) implements ValidationOutcome {}
}
