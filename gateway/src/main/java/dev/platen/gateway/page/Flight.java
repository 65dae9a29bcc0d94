package dev.platen.gateway.page;

import dev.platen.contract.flow.Reply;
import dev.platen.contract.flow.Reply.DataValidated;
import dev.platen.contract.flow.Reply.FormAccepted;
import dev.platen.contract.flow.Reply.PageChunk;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Reply.SchemaStored;
import dev.platen.contract.flow.Reply.SchemasAnswered;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.workers.Lane;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One page on its way, and everyone who waits for it. Thread-safe.
 *
 * <p>INVARIANT: a listener sees every chunk from the first one on, in order, whenever it joined; the chunks so far are
 * kept only while they are few enough, after that nobody can join any more.
 */
final class Flight {
    /** Larger pages are neither shared while they arrive nor remembered. */
    static final int MAX_KEPT_BYTES = 1024 * 1024;

    /** Receives a page; called on the thread of the reply and must not block. */
    interface Listener {
        /** The next chunk. */
        void chunk(byte[] html, boolean isLast);

        /** There will be no page, or no more of it. */
        void failed(ProblemCode code, byte[] problem);
    }

    /** How a flight ended. */
    sealed interface Landing {
        /** With a page that is small enough to be remembered. */
        record Complete(byte[] page) implements Landing {}

        /** With a page that is too large to be remembered, or with none. */
        record Gone() implements Landing {}

        /** It has not ended. */
        record StillFlying() implements Landing {}
    }

    private final Lane lane;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<byte[]> chunks = new ArrayList<>();
    private long bytes;
    private boolean joinable = true;
    private boolean hasLanded;

    /** A page that is wanted this soon. */
    Flight(Lane lane) {
        this.lane = lane;
    }

    /** Whether whoever would wait for the other may wait for this one instead. */
    boolean isSoonEnough(Flight other) {
        return lane == other.lane || lane == Lane.INTERACTIVE;
    }

    /** Whether the listener will see the page; if not, it needs a flight of its own. */
    synchronized boolean join(Listener listener) {
        if (!joinable) {
            return false;
        }
        listeners.add(listener);
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
            listener.chunk(chunks.get(chunk), hasLanded && chunk == chunks.size() - 1);
        }
        return true;
    }

    /** Passes a reply to everyone who waits. */
    synchronized Landing onReply(Reply reply) {
        return switch (reply) {
            case PageChunk chunk -> onChunk(chunk);
            case RequestFailed failed -> onFailure(failed);
            case SchemaStored _, SchemasAnswered _, FormAccepted _, DataValidated _ ->
                throw new IllegalStateException("a page was asked for, nothing else");
        };
    }

    private Landing onChunk(PageChunk chunk) {
        bytes += chunk.html().length;
        if (bytes <= MAX_KEPT_BYTES) {
            chunks.add(chunk.html());
        } else {
            joinable = false;
            chunks.clear();
        }
        listeners.forEach(listener -> listener.chunk(chunk.html(), chunk.isLast()));
        if (!chunk.isLast()) {
            return new Landing.StillFlying();
        }
        hasLanded = true;
        return bytes <= MAX_KEPT_BYTES ? new Landing.Complete(whole()) : new Landing.Gone();
    }

    private Landing onFailure(RequestFailed failed) {
        joinable = false;
        listeners.forEach(listener -> listener.failed(failed.code(), failed.problem()));
        return new Landing.Gone();
    }

    private byte[] whole() {
        if (chunks.size() == 1) {
            return chunks.getFirst();
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream((int) bytes);
        chunks.forEach(page::writeBytes);
        return page.toByteArray();
    }
}
