package dev.platen.benchmarks.pages;

import io.jstach.jstache.JStache;
import java.util.List;

/**
 * Sections of cards: two hundred nodes with the texts of this data in them. Public because compiled templates read it.
 *
 * @param sections in order
 */
@JStache(path = "dev/platen/benchmarks/pages/dashboard.mustache")
public record Dashboard(List<Section> sections) implements Model {
    /** Copies the list. */
    public Dashboard {
        sections = List.copyOf(sections);
    }

    /** Cards under a heading. */
    public record Section(String title, List<Card> cards) {
        /** Copies the list. */
        public Section {
            cards = List.copyOf(cards);
        }
    }

    /** A card; the warning shows only where it is wanted. */
    public record Card(
            String title, String status, String text, int figure, String url, boolean alarming, String warning) {}
}
