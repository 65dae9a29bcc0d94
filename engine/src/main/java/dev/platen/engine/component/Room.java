package dev.platen.engine.component;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.json.Value;

/** How much one page may still grow, whichever documents it is made of. Not thread-safe. */
final class Room {
    private final Findings findings;
    private int left;
    private int numbers;

    Room(Limits limits, Findings findings) {
        this.left = limits.planNodes();
        this.findings = findings;
    }

    /** Whether there is room for one more part. */
    boolean takes(Value part) {
        if (--left == 0) {
            findings.error(
                    part.place(), "page-too-large", "the page has too many parts, components unfolded; split it");
        }
        return left > 0;
    }

    /** A number that nothing else in the page has. */
    int nextNumber() {
        return ++numbers;
    }
}
