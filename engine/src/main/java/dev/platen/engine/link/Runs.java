package dev.platen.engine.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts static bytes together that are written one after the other. Equal bytes are kept once; where too many would have to
 * be kept anew, bytes stay apart. Not thread-safe.
 */
final class Runs {
    /** How many bytes may be kept anew, beside a multiple of those of the plan. */
    private static final int FREE = 64 * 1024;

    private static final int FACTOR = 4;
    private static final int NOT_KEPT = -1;

    private final byte[] given;
    private final int maxKept;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Map<String, Integer> offsets = new HashMap<>();
    private final Ints parts = new Ints();

    /** Bytes of the part at hand, and where they are already kept, if they are. */
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private int pendingOffset = NOT_KEPT;
    private int begun;

    Runs(byte[] given) {
        this.given = given;
        this.maxKept = (int) Math.min(Integer.MAX_VALUE / 2, (long) given.length * FACTOR + FREE);
    }

    /** Adds bytes of the plan. */
    void given(int offset, int length) {
        if (length > 0) {
            boolean isFirst = add(given, offset, length);
            pendingOffset = isFirst ? offset : NOT_KEPT;
        }
    }

    /** Adds bytes that the plan does not have. */
    void add(String markup) {
        byte[] bytes = markup.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            add(bytes, 0, bytes.length);
            pendingOffset = NOT_KEPT;
        }
    }

    private boolean add(byte[] source, int offset, int length) {
        if (pending.size() > 0 && kept.size() + pending.size() + length > maxKept) {
            part(LinkedOp.NO_HOLE);
        }
        boolean isFirst = pending.size() == 0;
        pending.write(source, offset, length);
        return isFirst;
    }

    /** Ends the part at hand with what is only known while rendering. */
    void part(int hole) {
        int length = pending.size();
        int offset = length == 0 ? 0 : pendingOffset == NOT_KEPT ? keep() : pendingOffset;
        parts.add(offset);
        parts.add(length);
        parts.add(hole);
        pending.reset();
        pendingOffset = NOT_KEPT;
    }

    private int keep() {
        String text = pending.toString(StandardCharsets.ISO_8859_1);
        Integer same = offsets.get(text);
        if (same != null) {
            return same;
        }
        int offset = given.length + kept.size();
        kept.writeBytes(pending.toByteArray());
        offsets.put(text, offset);
        return offset;
    }

    /** Ends the run and returns where its parts begin; there are none where this is {@link #size}. */
    int end() {
        if (pending.size() > 0) {
            part(LinkedOp.NO_HOLE);
        }
        int from = begun;
        begun = parts.size();
        return from;
    }

    int size() {
        return parts.size();
    }

    /** Whether the run from there to the end is nothing but bytes that lie together. */
    boolean isPlain(int from) {
        return parts.size() - from == LinkedOp.PART && parts.get(from + 2) == LinkedOp.NO_HOLE;
    }

    /** Takes back a plain run, which needs no parts. */
    void drop(int from) {
        parts.truncate(from);
        begun = from;
    }

    int offset(int part) {
        return parts.get(part);
    }

    int length(int part) {
        return parts.get(part + 1);
    }

    int[] parts() {
        return parts.toArray();
    }

    byte[] segments() {
        byte[] segments = Arrays.copyOf(given, given.length + kept.size());
        System.arraycopy(kept.toByteArray(), 0, segments, given.length, kept.size());
        return segments;
    }
}
