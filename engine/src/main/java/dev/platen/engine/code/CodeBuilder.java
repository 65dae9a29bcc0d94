package dev.platen.engine.code;

import dev.platen.contract.plan.Op;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Collects instructions and segments. Static bytes that follow each other become one instruction, equal segments are kept
 * once. Not thread-safe.
 */
public final class CodeBuilder {
    private final ByteArrayOutputStream segments = new ByteArrayOutputStream();
    private final Map<String, Segment> known = new HashMap<>();
    private final StringBuilder pending = new StringBuilder();
    private final int maxBytes;
    private int[] code = new int[256];
    private int size;
    private boolean isFull;

    /** A builder that keeps at most so many bytes of segments and as many ints of code. */
    public CodeBuilder(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Whether something did not fit: what was collected is of no use then. */
    public boolean isFull() {
        return isFull;
    }

    /** Adds static text that is already escaped for where it stands. */
    public void append(String markup) {
        isFull |= pending.length() > maxBytes - markup.length();
        if (!isFull) {
            pending.append(markup);
        }
    }

    /** Keeps bytes to which an instruction refers. */
    public Segment segment(String markup) {
        Segment same = known.get(markup);
        if (same != null) {
            return same;
        }
        byte[] bytes = markup.getBytes(StandardCharsets.UTF_8);
        isFull |= bytes.length > maxBytes - segments.size();
        if (isFull) {
            return new Segment(0, 0);
        }
        Segment segment = new Segment(segments.size(), bytes.length);
        segments.writeBytes(bytes);
        known.put(markup, segment);
        return segment;
    }

    /**
     * Adds an instruction.
     *
     * @return its address
     */
    public int op(int op, int... operands) {
        int address = here();
        if (operands.length != Op.operands(op)) {
            throw new IllegalArgumentException(
                    "instruction %s takes %s operands, found %s".formatted(op, Op.operands(op), operands.length));
        }
        add(op);
        for (int operand : operands) {
            add(operand);
        }
        return address;
    }

    /** The address of the next instruction. Static text never runs across it. */
    public int here() {
        if (!pending.isEmpty()) {
            Segment segment = segment(pending.toString());
            pending.setLength(0);
            add(Op.STATIC);
            add(segment.offset());
            add(segment.length());
        }
        return size;
    }

    /** Sets an operand to the address of the next instruction. */
    public void patch(int instruction, int operand) {
        int target = here();
        if (!isFull) {
            code[instruction + 1 + operand] = target;
        }
    }

    /** All instructions. */
    public int[] code() {
        here();
        return Arrays.copyOf(code, size);
    }

    /** All segments. */
    public byte[] segments() {
        here();
        return segments.toByteArray();
    }

    private void add(int value) {
        isFull |= size >= maxBytes;
        if (isFull) {
            return;
        }
        if (size == code.length) {
            code = Arrays.copyOf(code, size * 2);
        }
        code[size++] = value;
    }
}
