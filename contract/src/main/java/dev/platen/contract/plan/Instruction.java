package dev.platen.contract.plan;

import static dev.platen.contract.plan.Instruction.Operand.ALTERNATIVES;
import static dev.platen.contract.plan.Instruction.Operand.CHOICE;
import static dev.platen.contract.plan.Instruction.Operand.CONTEXT;
import static dev.platen.contract.plan.Instruction.Operand.DESTINATION;
import static dev.platen.contract.plan.Instruction.Operand.DRAWING;
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
import java.util.stream.IntStream;

/** The instructions by name, in the order of their codes, with what their operands are: for people who read plans. */
enum Instruction {
    END,
    STATIC(SEGMENT),
    PATH,
    POSITION(NUMBER),
    TEXT(VALUE, SEGMENT),
    ATTRIBUTE(VALUE, SEGMENT),
    FLAG(VALUE, NUMBER, SEGMENT),
    SELECT(VALUE, CHOICE, SEGMENT, SEGMENT),
    MATCH(VALUE, CHOICE),
    MATCH_EACH(VALUE, CHOICE),
    MARK(NUMBER, SEGMENT),
    LOOP(NUMBER, SEGMENT, DESTINATION, DESTINATION, NUMBER),
    CALL(ROUTINE, SEGMENT, NUMBER, DESTINATION),
    PAGE_ONLY(DESTINATION),
    FRAGMENT_ONLY(DESTINATION),
    LOCALE,
    ASSETS,
    INSTANT(VALUE, SEGMENT),
    ENTER(VALUE),
    ITEM(NUMBER),
    LEAVE,
    TEST(EXPRESSION, DESTINATION),
    JUMP(DESTINATION),
    PICK(ALTERNATIVES, SEGMENT),
    CASE(NUMBER, DESTINATION),
    DROP,
    WRITE(EXPRESSION, CONTEXT),
    IF_ERROR(SEGMENT, DESTINATION),
    ERRORS(SEGMENT),
    IF_ERRORS(DESTINATION),
    SUMMARY,
    WORD(WORD_TABLE),
    MESSAGE(MESSAGE_TABLE, CONTEXT),
    CLASSES(ROLE),
    ENTRIES(ENTRIES_TABLE, SEGMENT, DESTINATION),
    KEY,
    EACH(EXPRESSION, DESTINATION, DESTINATION),
    LAZY(SEGMENT, DESTINATION),
    PART_END,
    RAW(CONTEXT),
    PIECE_SELECT(VALUE, CHOICE, SEGMENT, SEGMENT, NUMBER),
    PIECE(VALUE, SEGMENT, NUMBER),
    CHART_POINT(EXPRESSION),
    CHART_VALUE(EXPRESSION, NUMBER),
    CHART(DRAWING),
    PART(SEGMENT, DESTINATION),
    SCRIPTED(DESTINATION),
    ADDRESS(SEGMENT, NUMBER),
    PAGER(NUMBER, SEGMENT),
    TARGET,
    FOCUS(SEGMENT),
    FILE_NAME,
    FILE_SIZE;

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

    /** Which of those ints are addresses, counted from 1. */
    int[] destinations() {
        IntStream.Builder found = IntStream.builder();
        int at = 1;
        for (Operand operand : operands) {
            if (operand == Operand.DESTINATION) {
                found.add(at);
            }
            at += operand.width();
        }
        return found.build().toArray();
    }

    /** What an operand is. */
    enum Operand {
        /** A member of the current value. */
        VALUE,
        /** Pre-encoded bytes: offset and length. */
        SEGMENT,
        /** An address in the code. */
        DESTINATION,
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
        CONTEXT,
        /** What a chart looks like. */
        DRAWING;

        /** How many ints it takes. */
        int width() {
            return this == SEGMENT ? 2 : 1;
        }
    }
}
