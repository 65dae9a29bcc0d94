package dev.platen.transport;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Reply.PageChunk;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sends a page to the gateway while it is being rendered, in records of at most {@value #CHUNK_BYTES} bytes. For one
 * page and one thread.
 */
public final class ChunkedReply {
    /** Well under Kafka's default record limit, and large enough that most pages are one record. */
    static final int CHUNK_BYTES = 64 * 1024;

    /** Larger pages are streamed, but not kept. */
    static final int MAX_STORED_BYTES = 1024 * 1024;

    private final Publisher publisher;
    private final Envelope to;
    private final boolean hasErrors;
    private byte[] chunk = new byte[8 * 1024];
    private int filled;
    private int sequence;
    private byte[] page = {};
    private boolean storable = true;

    /** Answers {@code to}; nothing is sent before the first chunk is full or the page ends. */
    public ChunkedReply(Publisher publisher, Envelope to) {
        this(publisher, to, false);
    }

    /**
     * Answers {@code to}; nothing is sent before the first chunk is full or the page ends.
     *
     * @param hasErrors whether the page shows what is wrong with the data that was submitted
     */
    public ChunkedReply(Publisher publisher, Envelope to, boolean hasErrors) {
        this.publisher = publisher;
        this.to = to;
        this.hasErrors = hasErrors;
    }

    /** Takes the next bytes of the page. */
    public void write(byte[] buffer, int offset, int length) {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            if (filled == CHUNK_BYTES) {
                flush(false);
            }
            int part = Math.min(end - from, CHUNK_BYTES - filled);
            if (filled + part > chunk.length) {
                chunk = Arrays.copyOf(chunk, Math.min(CHUNK_BYTES, Math.max(filled + part, chunk.length * 2)));
            }
            System.arraycopy(buffer, from, chunk, filled, part);
            filled += part;
            from += part;
        }
    }

    /**
     * Sends what is left, as the last chunk.
     *
     * @return the whole page, unless it is too large to be kept
     */
    public Optional<byte[]> finish() {
        flush(true);
        return storable ? Optional.of(page) : Optional.empty();
    }

    private void flush(boolean last) {
        byte[] html = Arrays.copyOf(chunk, filled);
        var _ = publisher.reply(to, new PageChunk(to.request(), sequence++, last, hasErrors, html));
        filled = 0;
        keep(html);
    }

    private void keep(byte[] html) {
        storable = storable && page.length + html.length <= MAX_STORED_BYTES;
        if (!storable) {
            page = new byte[0];
            return;
        }
        int before = page.length;
        page = before == 0 ? html : Arrays.copyOf(page, before + html.length);
        if (before > 0) {
            System.arraycopy(html, 0, page, before, html.length);
        }
    }
}
