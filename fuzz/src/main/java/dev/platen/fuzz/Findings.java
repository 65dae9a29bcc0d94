package dev.platen.fuzz;

/** Ends a run where something does not hold. */
final class Findings {
    private Findings() {}

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError("the rule is broken that " + rule);
        }
    }
}
