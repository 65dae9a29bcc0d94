package dev.platen.engine.render;

import java.util.Arrays;

/** A sink for those who want a page in one piece. Not thread-safe. */
public final class WholePage implements PageSink {
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;

    @Override
    public void write(byte[] buffer, int offset, int length) {
        int size = bytes.length;
        if (size == 0) {
            bytes = Arrays.copyOfRange(buffer, offset, offset + length);
            return;
        }
        bytes = Arrays.copyOf(bytes, size + length);
        System.arraycopy(buffer, offset, bytes, size, length);
    }

    @Override
    public int chunk() {
        return Integer.MAX_VALUE;
    }

    /** The page. */
    public byte[] toBytes() {
        return bytes;
    }
}
