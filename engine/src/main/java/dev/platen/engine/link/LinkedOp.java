package dev.platen.engine.link;

import dev.platen.contract.plan.Op;

/** The instructions of a linked plan that no plan has, beside those of {@link Op}. They never leave the process. */
public final class LinkedOp {
    /** from, to: writes the parts of {@link LinkedPlan#runs()} between the two. */
    public static final int RUN = 64;
    /** offset, length, way, {@link Op.Context}: writes those bytes of the segments, then the value at the end of the way. */
    public static final int VALUE = 65;
    /** way, types, address: goes on if the bit of the type of the value at its end is set in the types, else at the address. */
    public static final int IS_TYPE = 66;

    /** What follows the bytes of a part of a run: nothing. */
    public static final int NO_HOLE = 0;
    /** What follows the bytes of a part of a run: the path of ids. */
    public static final int PATH_HOLE = 1;
    /** What follows the bytes of a part of a run: the position of an item, counted from 1. More by one for each loop further out. */
    public static final int POSITION_HOLE = 2;

    /** The ints of a part of a run: offset and length of its bytes, and what follows them. */
    public static final int PART = 3;

    private static final int[] OPERANDS = new int[IS_TYPE + 1];

    static {
        if (Op.count() > RUN) {
            throw new IllegalStateException(
                    "plans have an instruction %s, linked ones begin at %s".formatted(Op.count() - 1, RUN));
        }
        for (int code = 0; code < Op.count(); code++) {
            OPERANDS[code] = Op.operands(code);
        }
        OPERANDS[RUN] = 2;
        OPERANDS[VALUE] = 4;
        OPERANDS[IS_TYPE] = 3;
    }

    private LinkedOp() {}

    /** How many operands follow the code. */
    public static int operands(int code) {
        return OPERANDS[code];
    }
}
