package dev.platen.contract.flow;

import dev.platen.contract.id.Digest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must hold of the current version of a schema for it to be changed. */
public sealed interface Precondition {
    /** Nothing. */
    Precondition NONE = new Nothing();

    /** There is a version. */
    Precondition EXISTS = new Exists();

    /** Digests that one precondition may name: it travels as one attribute. */
    int MAX_DIGESTS = 5;

    /** Whether it holds. */
    boolean holds(Optional<Digest> current);

    /** Reads what {@code toString} wrote. */
    static Precondition parse(String text) {
        return switch (text) {
            case "" -> NONE;
            case "*" -> EXISTS;
            default ->
                new OneOf(Arrays.stream(text.split(" ", -1)).map(Digest::new).toList());
        };
    }

    /** See {@link Precondition#NONE}. */
    record Nothing() implements Precondition {
        @Override
        public boolean holds(Optional<Digest> current) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    /** See {@link Precondition#EXISTS}. */
    record Exists() implements Precondition {
        @Override
        public boolean holds(Optional<Digest> current) {
            return current.isPresent();
        }

        @Override
        public String toString() {
            return "*";
        }
    }

    /**
     * The version is one of these.
     *
     * @param digests 1 to {@value #MAX_DIGESTS} digests of documents
     */
    record OneOf(List<Digest> digests) implements Precondition {
        /** Refuses none and too many. */
        public OneOf {
            digests = List.copyOf(digests);
            if (digests.isEmpty() || digests.size() > MAX_DIGESTS) {
                throw new IllegalArgumentException(
                        "a precondition names 1 to %s versions, found %s".formatted(MAX_DIGESTS, digests.size()));
            }
        }

        @Override
        public boolean holds(Optional<Digest> current) {
            return current.filter(digests::contains).isPresent();
        }

        @Override
        public String toString() {
            return digests.stream().map(Digest::hex).collect(Collectors.joining(" "));
        }
    }
}
