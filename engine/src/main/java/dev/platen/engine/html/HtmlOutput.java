package dev.platen.engine.html;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a page while it is rendered: one array that grows. Strings are escaped straight from the bytes of the JSON
 * text, without becoming objects. Not thread-safe.
 */
public final class HtmlOutput {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SHORT = 32;
    private static final int NOT_HEXADECIMAL = -1;
    private static final int REPLACEMENT_CHARACTER = 0xfffd;

    private byte[] bytes;
    private int size;

    /** An output with room for so many bytes at first. */
    public HtmlOutput(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** The bytes; those below {@link #size} are set. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes there are. */
    public int size() {
        return size;
    }

    /** How many bytes fit without growing. */
    public int capacity() {
        return bytes.length;
    }

    /** Forgets the bytes. */
    public void clear() {
        size = 0;
    }

    /** Forgets the bytes from {@code size} on. */
    public void truncate(int size) {
        this.size = size;
    }

    /** Adds all of the bytes as they are. */
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    /** Adds bytes as they are. */
    public void write(byte[] source, int offset, int length) {
        int to = size;
        if (length <= SHORT && offset <= source.length - SHORT && to <= bytes.length - SHORT) {
            copyShort(source, offset, bytes, to);
        } else {
            if (bytes.length - to < length) {
                grow(length);
            }
            System.arraycopy(source, offset, bytes, to, length);
        }
        size = to + length;
    }

    /** Copies as many bytes as are short, which costs less than to copy as many as are wanted; the rest is written over. */
    private static void copyShort(byte[] source, int offset, byte[] target, int to) {
        LONGS.set(target, to, (long) LONGS.get(source, offset));
        LONGS.set(target, to + 8, (long) LONGS.get(source, offset + 8));
        LONGS.set(target, to + 16, (long) LONGS.get(source, offset + 16));
        LONGS.set(target, to + 24, (long) LONGS.get(source, offset + 24));
    }

    /** Adds a number in decimal. */
    public void number(int value) {
        if (value < 10 && value >= 0) {
            put((byte) ('0' + value));
            return;
        }
        number(value / 10);
        put((byte) ('0' + value % 10));
    }

    /** Adds the JSON string that begins after the quotation mark before {@code start}, as text between tags. */
    public void text(byte[] json, int start) {
        string(json, start, Escapes.TEXT);
    }

    /** Adds the JSON string that begins after the quotation mark before {@code start}, as text between quotes. */
    public void attribute(byte[] json, int start) {
        string(json, start, Escapes.ATTRIBUTE);
    }

    /** Adds the characters of a JSON string as JSON has them, its escapes among them, as text between tags. */
    public void rawText(byte[] json, int start, int length) {
        raw(json, start, start + length, Escapes.TEXT);
    }

    /** Adds the characters of a JSON string as JSON has them, its escapes among them, as text between quotes. */
    public void rawAttribute(byte[] json, int start, int length) {
        raw(json, start, start + length, Escapes.ATTRIBUTE);
    }

    /** The quotation mark at the end is nothing to be copied unseen, so that copying ends there at the latest. */
    private void raw(byte[] json, int start, int end, Escapes escapes) {
        for (int at = clean(json, start); at < end; at = clean(json, at + 1)) {
            if (json[at] < 0) {
                put(json[at]);
            } else {
                character(json[at], escapes);
            }
        }
    }

    /** Adds a text as it stands between tags. */
    public void plainText(String text) {
        utf8(Escapes.TEXT.escape(text));
    }

    /** Adds a text as it stands between quotes. */
    public void plainAttribute(String text) {
        utf8(Escapes.ATTRIBUTE.escape(text));
    }

    /** Adds markup that a {@link HtmlWriter} wrote. */
    public void markup(String written) {
        utf8(written);
    }

    private void utf8(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the characters of the JSON string that begins there, as they are: for comparisons, never for a page. */
    public void characters(byte[] json, int start) {
        string(json, start, Escapes.NONE);
    }

    /** The parser has seen the closing quotation mark and valid escapes, so that neither needs a check here. */
    private void string(byte[] json, int start, Escapes escapes) {
        byte[] classes = escapes.classes();
        int at = start;
        while (true) {
            at = clean(json, at);
            switch (classes[json[at] & 0xff]) {
                case Escapes.QUOTE -> {
                    return;
                }
                case Escapes.CLEAN -> put(json[at++]);
                case Escapes.BACKSLASH -> at = unescaped(json, at, escapes);
                default -> at = replaced(json, at, escapes);
            }
        }
    }

    /**
     * Adds characters from there on, eight bytes at a time, and returns the offset of the first one that may need more
     * than being copied. A byte is copied before it is known whether it counts; it is written over then.
     */
    private int clean(byte[] json, int start) {
        int at = start;
        int to = size;
        byte[] target = bytes;
        for (int last = json.length - Long.BYTES; at <= last; at += Long.BYTES) {
            if (target.length - to < Long.BYTES) {
                size = to;
                grow(Long.BYTES);
                target = bytes;
            }
            long word = (long) LONGS.get(json, at);
            LONGS.set(target, to, word);
            long found = Specials.of(word);
            if (found != 0) {
                int clean = Long.numberOfTrailingZeros(found) >>> 3;
                size = to + clean;
                return at + clean;
            }
            to += Long.BYTES;
        }
        size = to;
        return at;
    }

    private int replaced(byte[] json, int at, Escapes escapes) {
        character(json[at], escapes);
        return at + 1;
    }

    /** Adds the character that an escape of JSON stands for and returns the offset after it. */
    private int unescaped(byte[] json, int backslash, Escapes escapes) {
        int at = backslash + 2;
        switch (json[backslash + 1]) {
            case 'b' -> character('\b', escapes);
            case 'f' -> character('\f', escapes);
            case 'n' -> character('\n', escapes);
            case 'r' -> character('\r', escapes);
            case 't' -> character('\t', escapes);
            case 'u' -> {
                int unit = hexadecimal(json, at);
                at += 4;
                if (Character.isHighSurrogate((char) unit) && json[at] == '\\' && json[at + 1] == 'u') {
                    int low = hexadecimal(json, at + 2);
                    if (Character.isLowSurrogate((char) low)) {
                        unit = Character.toCodePoint((char) unit, (char) low);
                        at += 6;
                    }
                }
                character(unit, escapes);
            }
            default -> character(json[backslash + 1], escapes);
        }
        return at;
    }

    private static int hexadecimal(byte[] json, int at) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(json[i], 16);
            unit = (unit << 4) | (digit == NOT_HEXADECIMAL ? 0 : digit);
        }
        return unit;
    }

    private void character(int codePoint, Escapes escapes) {
        if (codePoint < 0x80) {
            byte @Nullable [] replacement = escapes.replacement(codePoint);
            if (replacement != null) {
                write(replacement);
            } else {
                put((byte) codePoint);
            }
        } else if (codePoint < 0x800) {
            put((byte) (0xc0 | (codePoint >> 6)));
            put((byte) (0x80 | (codePoint & 0x3f)));
        } else if (codePoint < 0x10000) {
            boolean isHalf = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            int whole = isHalf ? REPLACEMENT_CHARACTER : codePoint;
            put((byte) (0xe0 | (whole >> 12)));
            put((byte) (0x80 | ((whole >> 6) & 0x3f)));
            put((byte) (0x80 | (whole & 0x3f)));
        } else {
            put((byte) (0xf0 | (codePoint >> 18)));
            put((byte) (0x80 | ((codePoint >> 12) & 0x3f)));
            put((byte) (0x80 | ((codePoint >> 6) & 0x3f)));
            put((byte) (0x80 | (codePoint & 0x3f)));
        }
    }

    private void put(byte value) {
        if (size == bytes.length) {
            grow(1);
        }
        bytes[size++] = value;
    }

    private void grow(int atLeast) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, atLeast)));
    }
}
