package dev.platen.contract.plan;

/** What came of reading the bytes of a plan. */
public sealed interface PlanDecoded {
    /** The bytes are a plan that can be executed. */
    record Decoded(Plan plan) implements PlanDecoded {}

    /**
     * The bytes are no plan of a version that is understood.
     *
     * @param reason what is wrong, for the log
     */
    record Unreadable(String reason) implements PlanDecoded {}
}
