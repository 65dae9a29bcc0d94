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
     * What was asked about the stored schemas is done or known.
     *
     * @param report JSON; empty where there is nothing to tell
     */
    record SchemasAnswered(RequestId request, byte[] report) implements Reply {
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
     * @param hasErrors whether the page shows what is wrong with the data that was submitted
     * @param html UTF-8
     */
    record PageChunk(RequestId request, int sequence, boolean isLast, boolean hasErrors, byte[] html)
            implements Reply {}

    /**
     * Data was submitted without errors and is in the log of submissions.
     *
     * @param html page that says so, UTF-8; empty where the data was not posted as a form
     */
    record FormAccepted(RequestId request, byte[] html) implements Reply {
        @Override
        public boolean isLast() {
            return true;
        }
    }

    /**
     * Data was validated.
     *
     * @param valid whether nothing is wrong with it
     * @param report JSON Schema's "basic" output
     */
    record DataValidated(RequestId request, boolean valid, byte[] report) implements Reply {
        @Override
        public boolean isLast() {
            return true;
        }
    }

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
