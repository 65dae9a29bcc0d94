package dev.platen.contract.flow;

import dev.platen.contract.id.RequestId;
import dev.platen.contract.problem.ProblemCode;

/** An answer, or a part of one, to the gateway that asked. */
public sealed interface Reply extends Message {
    /** Which request is answered. */
    RequestId request();

    /** Whether nothing more will come for this request. */
    boolean isLast();

    /**
     * The document was accepted and is in the log.
     *
     * @param revision offset of the head record; grows with every version of a schema
     * @param created false where the same document was already the head
     * @param report JSON object with what the compiler says of the document
     */
    record SchemaStored(RequestId request, SchemaHead head, long revision, boolean created, byte[] report)
            implements Reply {
        @Override
        public boolean isLast() {
            return true;
        }
    }

    /**
     * A piece of the page.
     *
     * @param sequence position of the piece, from 0
     * @param isLast whether the page ends with this piece
     * @param html UTF-8
     */
    record PageChunk(RequestId request, int sequence, boolean isLast, byte[] html) implements Reply {}

    /**
     * The request cannot be answered as asked.
     *
     * @param code the cause
     * @param problem the problem as {@code application/problem+json}
     */
    record RequestFailed(RequestId request, ProblemCode code, byte[] problem) implements Reply {
        @Override
        public boolean isLast() {
            return true;
        }
    }
}
