package dev.platen.benchmarks.conformance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages over pipes: a count of parts, then each part as its length and its bytes. */
final class Messages {
    private static final int MAX_PARTS = 8;
    private static final int MAX_PART_BYTES = 128 * 1024 * 1024;

    private Messages() {}

    static void write(DataOutputStream out, List<byte[]> parts) throws IOException {
        out.writeInt(parts.size());
        for (byte[] part : parts) {
            out.writeInt(part.length);
            out.write(part);
        }
        out.flush();
    }

    /** The next message; empty where the other side has closed the pipe. */
    static Optional<List<byte[]>> read(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        int count = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
        require("parts", count, MAX_PARTS);
        List<byte[]> parts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            int length = in.readInt();
            require("bytes in a part", length, MAX_PART_BYTES);
            byte[] part = new byte[length];
            in.readFully(part);
            parts.add(part);
        }
        return Optional.of(parts);
    }

    private static void require(String what, int found, int max) throws IOException {
        if (found < 0 || found > max) {
            throw new IOException("a message may have at most %d %s, found %d".formatted(max, what, found));
        }
    }
}
