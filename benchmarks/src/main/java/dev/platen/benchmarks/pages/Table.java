package dev.platen.benchmarks.pages;

import io.jstach.jstache.JStache;
import java.util.List;

/**
 * Many rows of two identifiers. Public because compiled templates read it.
 *
 * @param rows in order
 */
@JStache(path = "dev/platen/benchmarks/pages/table.mustache")
public record Table(List<Row> rows) implements Model {
    /** Copies the list. */
    public Table {
        rows = List.copyOf(rows);
    }

    /** Two identifiers. */
    public record Row(String id, String name) {}
}
