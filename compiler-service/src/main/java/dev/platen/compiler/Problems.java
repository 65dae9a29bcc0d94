package dev.platen.compiler;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import java.util.Optional;

/** What keeps this service from doing what was asked. */
final class Problems {
    static final Problem NOT_STORED = new Problem(
            ProblemCode.UNAVAILABLE, "The schema was not changed: its log did not take it. Send the request again.");
    static final Problem LOG_AWAY = new Problem(
            ProblemCode.UNAVAILABLE, "What the log of schemas holds is not known at the moment. Try again.");
    static final Problem DOCUMENTS_AWAY = new Problem(
            ProblemCode.UNAVAILABLE,
            "The stored documents that this one refers to cannot be read at the moment. Try again.");

    private Problems() {}

    static Problem unknown(SchemaName name) {
        return new Problem(ProblemCode.SCHEMA_UNKNOWN, "There is no schema '%s'.".formatted(name));
    }

    static Problem otherVersion(SchemaName name, Optional<Digest> current) {
        return new Problem(
                ProblemCode.PRECONDITION_FAILED,
                "If-Match does not name the current version of '%s', which is %s. Read it, and decide again."
                        .formatted(
                                name,
                                current.map(digest -> '"' + digest.hex() + '"').orElse("none")));
    }

    static Problem planLost(SchemaName name) {
        return new Problem(
                ProblemCode.UNAVAILABLE,
                "The plan of schema %s is lost and its source cannot be read at the moment. Try again."
                        .formatted(name));
    }
}
