package dev.platen.engine.render;

import java.io.Serial;

/** Ends the writing of a page of which all that is wanted was written; never leaves this package. */
final class Complete extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Complete() {
        super(null, null, false, false);
    }
}
