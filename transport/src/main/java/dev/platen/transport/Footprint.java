package dev.platen.transport;

/**
 * What a worker says about itself with every offset that it commits, so that whoever takes its partition over knows how
 * it ended. Travels as the metadata of the offset: no record and no round trip of its own.
 */
sealed interface Footprint {
    /** It works; found by somebody else, it ended without a word, and what it had taken may be why. */
    record Working() implements Footprint {
        @Override
        public String text() {
            return "";
        }
    }

    /** It left in order, with nothing unfinished. */
    record Left() implements Footprint {
        private static final String WORD = "left";

        @Override
        public String text() {
            return WORD;
        }
    }

    /**
     * It works on one record of the partition alone, because that record is under suspicion.
     *
     * @param offset the record
     * @param attempts how often work on it may have begun, this time included
     */
    record Alone(long offset, int attempts) implements Footprint {
        private static final String WORD = "alone";

        @Override
        public String text() {
            return "%s %s %s".formatted(WORD, offset, attempts);
        }
    }

    /** As metadata of an offset. */
    String text();

    /** Reads metadata; what was written by somebody else says no more than that somebody worked. */
    static Footprint of(String metadata) {
        if (metadata.equals(Left.WORD)) {
            return new Left();
        }
        if (metadata.matches(Alone.WORD + " \\d{1,18} \\d{1,6}")) {
            String[] words = metadata.split(" ", -1);
            return new Alone(Long.parseLong(words[1]), Integer.parseInt(words[2]));
        }
        return new Working();
    }
}
