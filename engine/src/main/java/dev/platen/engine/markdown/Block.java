package dev.platen.engine.markdown;

import java.util.List;

/** A piece of a formatted text that stands by itself. */
public sealed interface Block {
    /** A paragraph. */
    record Paragraph(List<Inline> content) implements Block {
        /** Keeps a copy. */
        public Paragraph {
            content = List.copyOf(content);
        }
    }

    /**
     * A list.
     *
     * @param isOrdered whether the items are numbered
     */
    record Items(boolean isOrdered, List<List<Inline>> items) implements Block {
        /** Keeps copies. */
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }
}
