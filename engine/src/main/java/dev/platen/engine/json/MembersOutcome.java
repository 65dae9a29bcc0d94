package dev.platen.engine.json;

import dev.platen.contract.problem.Problem;
import java.util.Map;

/** What came of slicing a body into its members. */
public sealed interface MembersOutcome {
    /**
     * The body is one JSON object.
     *
     * @param members the bytes of each member's value as they stand in the body, by name, in order
     */
    record Sliced(Map<String, byte[]> members) implements MembersOutcome {}

    /** The body is something else, or breaks a limit. */
    record Refused(Problem problem) implements MembersOutcome {}
}
