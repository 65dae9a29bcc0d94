package dev.platen.benchmarks.report;

import java.util.List;

/**
 * One question and its figures.
 *
 * @param title the question
 * @param findings what came out
 * @param measures what it follows from
 * @param notes what a reader must know to judge it, a sentence each
 * @param tables figures of several things side by side
 */
public record Section(
        String title, List<Finding> findings, List<Measure> measures, List<String> notes, List<Table> tables) {
    /** Copies the lists. */
    public Section {
        findings = List.copyOf(findings);
        measures = List.copyOf(measures);
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /** A section without tables. */
    public Section(String title, List<Finding> findings, List<Measure> measures, List<String> notes) {
        this(title, findings, measures, notes, List.of());
    }
}
