package dev.platen.engine.markdown;

import java.util.List;

/** A piece of a line. */
public sealed interface Inline {
    /** Text as it is. */
    record Plain(String text) implements Inline {}

    /** Text in the letters of programs. */
    record Code(String text) implements Inline {}

    /** Text that is stressed. */
    record Emphasis(boolean isStrong, List<Inline> content) implements Inline {
        /** Keeps a copy. */
        public Emphasis {
            content = List.copyOf(content);
        }
    }

    /** Text that leads to an address, which may be any: whoever writes it has to judge it. */
    record Link(String address, List<Inline> content) implements Inline {
        /** Keeps a copy. */
        public Link {
            content = List.copyOf(content);
        }
    }
}
