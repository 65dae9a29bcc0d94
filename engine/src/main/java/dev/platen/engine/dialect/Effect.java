package dev.platen.engine.dialect;

/** What front ends do while they read a document, as far as it is counted for people who ask what became of it. */
public enum Effect {
    /** A reference was followed. */
    REFERENCE_FOLLOWED,
    /** A part that contains itself was called instead of put in place. */
    PART_CALLED,
    /** A part of an {@code allOf}, or what a component inherits, was merged. */
    MERGED,
    /** What holds under a condition was set apart. */
    CONDITION_SET_APART,
    /** An expression was read. */
    EXPRESSION_READ,
    /** The optimiser of the language made an expression smaller. */
    EXPRESSION_FOLDED,
    /** An expression needs more than the plan's own operators, and is kept as it was written. */
    EXPRESSION_KEPT,
    /** A component that the document defines was put in place of its use. */
    COMPONENT_UNFOLDED
}
