package dev.platen.contract.plan;

import java.io.Serial;

/** Ends the reading of a plan; never leaves this package. */
final class UnreadablePlan extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadablePlan(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
