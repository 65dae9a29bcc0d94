package dev.platen.engine.submit;

import java.util.TreeMap;
import java.util.TreeSet;

/** The state of a page while it is put together. Not thread-safe. */
final class StateDraft {
    private final TreeMap<String, Integer> choices = new TreeMap<>();
    private final TreeMap<String, Integer> pages = new TreeMap<>();
    private final TreeSet<String> open = new TreeSet<>();

    void choose(String id, int index) {
        choices.put(id, index);
    }

    void turnTo(String id, int page) {
        pages.put(id, page);
    }

    void open(String id) {
        open.add(id);
    }

    /** Takes over what is known of an item that may have moved: its ids begin with {@code to} now. */
    void addMoved(StateDraft item, String from, String to) {
        item.choices.forEach((id, index) -> choices.put(to + id.substring(from.length()), index));
        item.pages.forEach((id, page) -> pages.put(to + id.substring(from.length()), page));
        item.open.forEach(id -> open.add(to + id.substring(from.length())));
    }

    ViewState finished() {
        return new ViewState(choices, pages, open);
    }
}
