package dev.platen.contract.flow;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What of a page is wanted; part of its content address.
 *
 * @param part id of the only part that is wanted; empty for the whole page
 * @param open ids of the parts that are otherwise loaded late, in order and without repetition
 */
public record Excerpt(String part, List<String> open) {
    /** All of the page, as it is at first. */
    public static final Excerpt NONE = new Excerpt("", List.of());

    /** What all ids together may have: they travel as one attribute. */
    private static final int MAX_BYTES = 500;

    /** Refuses ids that are too long together, or that no id can be. */
    public Excerpt {
        open = List.copyOf(new TreeSet<>(open));
        String all = part + String.join("", open);
        if (all.getBytes(StandardCharsets.UTF_8).length + open.size() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "the ids of parts may have %s bytes together; open fewer parts at once".formatted(MAX_BYTES));
        }
        if (all.chars().anyMatch(Character::isISOControl) || all.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("the id of a part has neither spaces nor control characters");
        }
    }

    /** All of the page, with these parts open; or one part of it. */
    public static Excerpt of(String part, Collection<String> open) {
        return part.isEmpty() && open.isEmpty() ? NONE : new Excerpt(part, List.copyOf(open));
    }
}
