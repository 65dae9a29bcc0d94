package dev.platen.engine.render;

import java.io.IOException;
import java.io.Serial;

/** Ends the reading of data or the writing of a page; never leaves this package. */
final class Refused extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String detail;

    Refused(String detail) {
        super(detail);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
