package dev.platen.engine.json;

import java.io.IOException;
import java.io.Serial;

/** The bytes are not UTF-8 as JSON wants it. */
final class NotUtf8 extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String explanation;

    NotUtf8(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    String explanation() {
        return explanation;
    }
}
