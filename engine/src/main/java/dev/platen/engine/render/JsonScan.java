package dev.platen.engine.render;

import dev.platen.engine.html.Specials;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Finds where the strings and numbers of a JSON text end, straight from its bytes. Not thread-safe. */
final class JsonScan {
    /** Instead of an offset: what stands there is not JSON. */
    static final int FAILED = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** Digits of numbers that are never shown with an exponent. */
    private static final int SHORT = 38;

    private final byte[] json;
    private boolean isVerbatim;

    JsonScan(byte[] json) {
        this.json = json;
    }

    /**
     * Whether the string or number that was read last is written into a page as it stands in the text: a string without
     * escapes and without characters that are special anywhere in a page, a number without an exponent and without zeros
     * that say nothing.
     */
    boolean isVerbatim() {
        return isVerbatim;
    }

    /** The byte there, or one that is nowhere allowed. */
    byte at(int offset) {
        return offset < json.length ? json[offset] : 0;
    }

    /** The first offset from there on where something else than white space is. */
    int blank(int from) {
        return at(from) > ' ' ? from : afterBlank(from);
    }

    private int afterBlank(int from) {
        int at = from;
        byte c = at(at);
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = at(++at);
        }
        return at;
    }

    /** The offset after the bytes, if they are what stands there. */
    int literal(byte[] bytes, int from) {
        int end = from + bytes.length;
        return end <= json.length && Arrays.equals(bytes, 0, bytes.length, json, from, end) ? end : FAILED;
    }

    /** Reads the number there and returns the offset after it. */
    int number(int start) {
        int digits = at(start) == '-' ? start + 1 : start;
        int at = digits(digits);
        if (at == digits || (json[digits] == '0' && at > digits + 1)) {
            return FAILED;
        }
        boolean isPlain = true;
        if (at(at) == '.') {
            int fraction = at + 1;
            at = digits(fraction);
            if (at == fraction) {
                return FAILED;
            }
            isPlain = json[at - 1] != '0';
        }
        if (at(at) == 'e' || at(at) == 'E') {
            int exponent = at(at + 1) == '+' || at(at + 1) == '-' ? at + 2 : at + 1;
            at = digits(exponent);
            if (at == exponent) {
                return FAILED;
            }
            isPlain = false;
        }
        boolean isNegativeZero = at - start == 2 && json[start] == '-' && json[digits] == '0';
        isVerbatim = isPlain && !isNegativeZero && at - start < SHORT;
        return at;
    }

    private int digits(int from) {
        int at = from;
        while (((at(at) - '0') & 0xff) < 10) {
            at++;
        }
        return at;
    }

    /** Reads the characters of a string and returns the offset after the closing quotation mark. */
    int string(int from) {
        boolean isOrdinary = true;
        int at = from;
        while (at != FAILED) {
            at = ordinary(at);
            byte c = at(at);
            switch (c) {
                case '"' -> {
                    isVerbatim = isOrdinary;
                    return at + 1;
                }
                case '\\' -> {
                    isOrdinary = false;
                    at = escape(at + 1);
                }
                case '&', '<', '>', '\'' -> {
                    isOrdinary = false;
                    at++;
                }
                default -> at = c >= 0 && c < ' ' ? FAILED : at + 1;
            }
        }
        return FAILED;
    }

    /** The first offset from there on where something else than an ordinary character may be, eight bytes at a time. */
    private int ordinary(int from) {
        int at = from;
        while (at <= json.length - Long.BYTES) {
            long word = (long) LONGS.get(json, at);
            long found = (Specials.of(word) | ((word - ONES * ' ') & ~word)) & HIGH_BITS; // right about the first one
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        return at;
    }

    private int escape(int at) {
        return switch (at(at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> {
                boolean isCode = true;
                for (int i = at + 1; i <= at + 4; i++) {
                    isCode &= Character.digit(at(i), 16) >= 0;
                }
                yield isCode ? at + 5 : FAILED;
            }
            default -> FAILED;
        };
    }
}
