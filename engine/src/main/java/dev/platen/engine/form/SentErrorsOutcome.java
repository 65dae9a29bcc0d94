package dev.platen.engine.form;

import dev.platen.contract.problem.Problem;
import java.util.List;
import java.util.Map;

/** What came of reading the errors that a caller sent with data. */
public sealed interface SentErrorsOutcome {
    /**
     * They can be shown.
     *
     * @param byId by the ids of the parts that show them, as {@link dev.platen.engine.render.View#errors()} wants it
     */
    record Understood(Map<String, List<String>> byId) implements SentErrorsOutcome {}

    /** They are something else, or break a limit. */
    record Misunderstood(Problem problem) implements SentErrorsOutcome {}
}
