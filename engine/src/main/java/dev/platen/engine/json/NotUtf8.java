package dev.platen.engine.json;

import java.io.IOException;
import java.io.Serial;

/** The bytes are not UTF-8 as JSON wants it. */
final class NotUtf8 extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String explanation;
    private final int line;
    private final int column;

    /** At a place of the text, from 1. */
    NotUtf8(String explanation, int line, int column) {
        super(explanation);
        this.explanation = explanation;
        this.line = line;
        this.column = column;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String explanation() {
        return explanation;
    }
}
