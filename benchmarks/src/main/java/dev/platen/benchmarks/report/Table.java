package dev.platen.benchmarks.report;

import java.util.List;

/**
 * Figures of several things side by side.
 *
 * @param columns heads, that of the names first
 * @param rows one cell for each column
 */
public record Table(List<String> columns, List<List<String>> rows) {
    /** Copies the lists; refuses a row of another length. */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row needs a cell for each of %d columns, found %s".formatted(columns.size(), row));
            }
        }
    }
}
