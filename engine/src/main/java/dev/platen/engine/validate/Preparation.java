package dev.platen.engine.validate;

import dev.platen.contract.problem.Problem;

/** What came of preparing a schema for validation. */
public sealed interface Preparation {
    /** The schema can be validated against, as often as wanted. */
    record Ready(Prepared schema) implements Preparation {}

    /** The document is refused: too large, malformed, or referring to what it may not or what is not there. */
    record Rejected(Problem problem) implements Preparation {}
}
