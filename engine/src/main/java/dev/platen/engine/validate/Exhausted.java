package dev.platen.engine.validate;

import java.io.Serial;

/** A bound on the work of reading a schema or of validating was met; never leaves this package. */
final class Exhausted extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Exhausted(String message) {
        super(message, null, false, false);
    }
}
