package dev.platen.contract.plan;

import static dev.platen.contract.plan.Instruction.Operand.ADDRESS;
import static dev.platen.contract.plan.Instruction.Operand.ALTERNATIVES;
import static dev.platen.contract.plan.Instruction.Operand.CHOICE;
import static dev.platen.contract.plan.Instruction.Operand.CONTEXT;
import static dev.platen.contract.plan.Instruction.Operand.ENTRIES_TABLE;
import static dev.platen.contract.plan.Instruction.Operand.EXPRESSION;
import static dev.platen.contract.plan.Instruction.Operand.MESSAGE_TABLE;
import static dev.platen.contract.plan.Instruction.Operand.NUMBER;
import static dev.platen.contract.plan.Instruction.Operand.ROLE;
import static dev.platen.contract.plan.Instruction.Operand.ROUTINE;
import static dev.platen.contract.plan.Instruction.Operand.SEGMENT;
import static dev.platen.contract.plan.Instruction.Operand.VALUE;
import static dev.platen.contract.plan.Instruction.Operand.WORD_TABLE;

import java.util.List;

/** The instructions by name, in the order of their codes, with what their operands are: for people who read plans. */
enum Instruction {
    END,
    STATIC(SEGMENT),
    PATH,
    POSITION,
    TEXT(VALUE, SEGMENT),
    ATTRIBUTE(VALUE, SEGMENT),
    FLAG(VALUE, NUMBER, SEGMENT),
    SELECT(VALUE, CHOICE, SEGMENT, SEGMENT),
    MATCH(VALUE, CHOICE),
    MATCH_EACH(VALUE, CHOICE),
    MARK(NUMBER, SEGMENT),
    LOOP(NUMBER, SEGMENT, ADDRESS, ADDRESS),
    CALL(ROUTINE, SEGMENT, NUMBER, ADDRESS),
    PAGE_ONLY(ADDRESS),
    FRAGMENT_ONLY(ADDRESS),
    LOCALE,
    ASSETS,
    INSTANT(VALUE, SEGMENT),
    ENTER(VALUE),
    ITEM(NUMBER),
    LEAVE,
    TEST(EXPRESSION, ADDRESS),
    JUMP(ADDRESS),
    PICK(ALTERNATIVES, SEGMENT),
    CASE(NUMBER, ADDRESS),
    DROP,
    WRITE(EXPRESSION, CONTEXT),
    IF_ERROR(SEGMENT, ADDRESS),
    ERRORS(SEGMENT),
    IF_ERRORS(ADDRESS),
    SUMMARY,
    WORD(WORD_TABLE),
    MESSAGE(MESSAGE_TABLE, CONTEXT),
    CLASSES(ROLE),
    ENTRIES(ENTRIES_TABLE, SEGMENT, ADDRESS),
    KEY,
    EACH(EXPRESSION, ADDRESS, ADDRESS),
    LAZY(SEGMENT, ADDRESS),
    LAZY_END,
    RAW,
    PIECE_SELECT(VALUE, CHOICE, SEGMENT, SEGMENT, NUMBER),
    PIECE(VALUE, SEGMENT, NUMBER);

    private static final List<Instruction> ALL = List.of(values());

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed
    private final List<Operand> operands;

    Instruction(Operand... operands) {
        this.operands = List.of(operands);
    }

    /** The instruction of a code. */
    static Instruction of(int code) {
        return ALL.get(code);
    }

    /** What follows the code. */
    List<Operand> operands() {
        return operands;
    }

    /** How many ints follow the code. */
    int width() {
        return operands.stream().mapToInt(Operand::width).sum();
    }

    /** What an operand is. */
    enum Operand {
        /** A member of the current value. */
        VALUE,
        /** Pre-encoded bytes: offset and length. */
        SEGMENT,
        /** An address in the code. */
        ADDRESS,
        /** A plain number. */
        NUMBER,
        /** An index into the table of that name. */
        ROUTINE,
        CHOICE,
        EXPRESSION,
        ALTERNATIVES,
        ENTRIES_TABLE,
        MESSAGE_TABLE,
        /** A word of the product's own. */
        WORD_TABLE,
        /** What the theme gives classes to. */
        ROLE,
        /** Where a value is written. */
        CONTEXT;

        /** How many ints it takes. */
        int width() {
            return this == SEGMENT ? 2 : 1;
        }
    }
}
