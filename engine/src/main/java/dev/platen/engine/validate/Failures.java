package dev.platen.engine.validate;

import com.networknt.schema.SchemaException;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.validate.BoundedPatterns.PatternRefused;

/** What the library throws, in words for the author of the schema. */
final class Failures {
    private static final int MAX_CAUSES = 16;

    private Failures() {}

    /** What went wrong; whatever the library trips over is the schema's fault, which it trusts to be well-formed. */
    static Problem explain(RuntimeException failure, String advice) {
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof Exhausted exhausted) {
                return rejected("the schema asks for too much work: %s; %s".formatted(exhausted.getMessage(), advice));
            }
            if (cause instanceof PatternRefused refused) {
                return pattern(String.valueOf(refused.getMessage()));
            }
            if (cause instanceof RegistryDocuments.Unreadable unreadable) {
                return rejected(String.valueOf(unreadable.getMessage()));
            }
            cause = cause.getCause();
        }
        return failure instanceof SchemaException
                ? rejected("the schema cannot be used to validate: " + failure.getMessage())
                : rejected("the schema is malformed in a way that keeps it from being used");
    }

    static Problem pattern(String objection) {
        return rejected("a pattern of the schema is refused: " + objection);
    }

    private static Problem rejected(String detail) {
        return new Problem(ProblemCode.SCHEMA_REJECTED, detail);
    }
}
