package dev.platen.engine.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. The JSON parser is more lenient,
 * and what it lets pass would end up in pages as it is.
 */
public final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** Offset of the first byte that is not part of a well-formed sequence, or -1 where all are. */
    public static int firstMalformed(byte[] source) {
        int at = 0;
        while (at < source.length) {
            if (source[at] >= 0) {
                at = afterAscii(source, at);
                continue;
            }
            int length = sequenceLength(source, at);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    private static int afterAscii(byte[] source, int from) {
        int at = from;
        while (at <= source.length - Long.BYTES && ((long) LONGS.get(source, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < source.length && source[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Length of the well-formed sequence of several bytes that begins here, or 0. */
    private static int sequenceLength(byte[] source, int at) {
        int first = source[at] & 0xff;
        int second = at + 1 < source.length ? source[at + 1] & 0xff : 0;
        if (first >= 0xc2 && first <= 0xdf) {
            return second >> 6 == 2 ? 2 : 0;
        }
        if (first >= 0xe0 && first <= 0xef) {
            int lowest = first == 0xe0 ? 0xa0 : 0x80;
            int highest = first == 0xed ? 0x9f : 0xbf;
            return second >= lowest && second <= highest && isContinuation(source, at + 2) ? 3 : 0;
        }
        if (first >= 0xf0 && first <= 0xf4) {
            int lowest = first == 0xf0 ? 0x90 : 0x80;
            int highest = first == 0xf4 ? 0x8f : 0xbf;
            boolean isLedWell = second >= lowest && second <= highest;
            return isLedWell && isContinuation(source, at + 2) && isContinuation(source, at + 3) ? 4 : 0;
        }
        return 0;
    }

    private static boolean isContinuation(byte[] source, int at) {
        return at < source.length && (source[at] & 0xc0) == 0x80;
    }
}
