package dev.platen.engine.json;

import java.io.IOException;
import java.io.Serial;

/** The bytes are not UTF-8. */
final class NotUtf8 extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int offset;

    NotUtf8(int offset) {
        super("not UTF-8 at byte " + offset);
        this.offset = offset;
    }

    String explanation() {
        return "the text must be UTF-8, the byte at offset %d is not; save it as UTF-8".formatted(offset);
    }
}
