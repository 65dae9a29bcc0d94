package dev.platen.contract.plan;

import java.util.List;

/**
 * What is computed from data while a page is written. Total: a value that is missing or of the wrong type is nothing, and
 * nothing is false. Immutable.
 */
public sealed interface Expression {
    /** Always true. */
    Expression TRUE = new Known(new Constant.Single(new Option(Option.Type.TRUE, "")));
    /** Never true. */
    Expression FALSE = new Known(new Constant.Single(new Option(Option.Type.FALSE, "")));

    /** A value that is known while compiling. */
    record Known(Constant constant) implements Expression {}

    /**
     * A value of the data.
     *
     * @param base where the path begins
     * @param outward for {@link Base#ITEM} and {@link Base#POSITION}, how many loops further out, 0 for the innermost
     * @param steps names of members; a decimal number finds an item where the value is a list
     */
    record Path(Base base, int outward, List<String> steps) implements Expression {
        /** Keeps a copy. */
        public Path {
            steps = List.copyOf(steps);
        }

        /** A path from the root of the data. */
        public static Path root(List<String> steps) {
            return new Path(Base.ROOT, 0, steps);
        }

        /** A path from the value that the part around it reads. */
        public static Path here(List<String> steps) {
            return new Path(Base.HERE, 0, steps);
        }
    }

    /** Whether the value satisfies the check, see {@link Check} for what holds where there is no value. */
    record Holds(Path path, Check check) implements Expression {}

    /** Whether the operand is not true. */
    record Not(Expression operand) implements Expression {}

    /** Whether all operands are true; without operands it is. */
    record And(List<Expression> operands) implements Expression {
        /** Keeps a copy. */
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** Whether any operand is true; without operands none is. */
    record Or(List<Expression> operands) implements Expression {
        /** Keeps a copy. */
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** The second operand where the first is true, else the third. */
    record Conditional(Expression condition, Expression then, Expression otherwise) implements Expression {}

    /** An operator applied to its operands. */
    record Apply(Operator operator, List<Expression> operands) implements Expression {
        /** Keeps a copy. */
        public Apply {
            operands = List.copyOf(operands);
        }
    }

    /** An expression of the Common Expression Language that is kept as it was written. */
    record Script(String source) implements Expression {}

    /** Where a path begins. */
    enum Base {
        /** The whole data. */
        ROOT,
        /** The value that the part around it reads. */
        HERE,
        /** The item of a loop. */
        ITEM,
        /** The position of the item of a loop, counted from 0; has no steps. */
        POSITION
    }

    /** What can be done with values. */
    enum Operator {
        EQUAL,
        DIFFERENT,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        REMAINDER,
        NEGATE,
        /** Characters of a string, items of a list, members of an object. */
        SIZE,
        /** Whether the list or object has the first operand. */
        IN,
        /** Whether there is a value. */
        HAS,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        /** The value as text. */
        STRING,
        /** All operands as text, one after the other. */
        CONCATENATE
    }
}
