package dev.platen.engine.render;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a page shows beside its data: errors, and what people chose that the data cannot tell. Immutable.
 *
 * @param errors for each id of a part, what is wrong with its value; pages show them in their own order
 * @param choices for each id of a choice between forms of a value, the number of the one chosen
 * @param pages for each id of a long list, which of its pages is shown, counted from 0
 * @param open ids of the parts that are shown although there is no value, or that are loaded late; {@link #ALL} for
 *     everything that is loaded late
 * @param focus id of the part that has the focus at first, such as one that a button changed; empty for none
 * @param address where the parts that are loaded late are found, without a query: characters that stand in an address
 *     as they are; empty where the page itself is found
 */
public record View(
        Map<String, List<String>> errors,
        Map<String, Integer> choices,
        Map<String, Integer> pages,
        Set<String> open,
        String focus,
        String address) {
    /** Stands for every part that is loaded late; no part has this id. */
    public static final String ALL = "*";

    /** Nothing. */
    public static final View NONE = new View(Map.of(), Map.of(), Map.of(), Set.of());

    /** A view in which no part has the focus, of a page that is found where it is shown. */
    public View(
            Map<String, List<String>> errors,
            Map<String, Integer> choices,
            Map<String, Integer> pages,
            Set<String> open) {
        this(errors, choices, pages, open, "", "");
    }

    /** The same with errors that stand in another order. */
    View with(Map<String, List<String>> ordered) {
        return ordered.size() < 2 ? this : new View(ordered, choices, pages, open, focus, address);
    }

    /** Keeps copies; errors of which the page knows nothing keep their order. */
    public View {
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
        choices = Map.copyOf(choices);
        pages = Map.copyOf(pages);
        open = Set.copyOf(open);
        if (!address.isEmpty() && !address.matches("[A-Za-z0-9/._~-]*")) {
            throw new IllegalArgumentException(
                    "an address has letters, digits and / . _ ~ -, found '%s'".formatted(address));
        }
    }

    /** The same, with these parts open as well. */
    public View withOpen(Set<String> more) {
        Set<String> all = new HashSet<>(open);
        all.addAll(more);
        return new View(errors, choices, pages, all, focus, address);
    }

    /** The same, with these errors and no others. */
    public View withErrors(Map<String, List<String>> found) {
        return new View(found, choices, pages, open, focus, address);
    }

    /** The same, with nothing in focus. */
    public View withoutFocus() {
        return new View(errors, choices, pages, open, "", address);
    }

    /** The same, of a page whose late parts are found there. */
    public View at(String other) {
        return new View(errors, choices, pages, open, focus, other);
    }
}
