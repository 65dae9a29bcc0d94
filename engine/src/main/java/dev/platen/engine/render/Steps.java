package dev.platen.engine.render;

/** Counts what one rendering does, and ends it where that is too much. Not thread-safe; used once. */
final class Steps {
    private final long limit;
    private long taken;

    Steps(long limit) {
        this.limit = limit;
    }

    long taken() {
        return taken;
    }

    void add(long more) throws Refused {
        taken += more;
        if (taken > limit) {
            throw new Refused(
                    "a page may take at most %s steps, this data takes more; send fewer items".formatted(limit));
        }
    }
}
