package dev.platen.benchmarks.report;

import java.util.List;

/**
 * One question and its figures.
 *
 * @param title the question
 * @param findings what came out
 * @param measures what it follows from
 * @param notes what a reader must know to judge it, a sentence each
 */
public record Section(String title, List<Finding> findings, List<Measure> measures, List<String> notes) {
    /** Copies the lists. */
    public Section {
        findings = List.copyOf(findings);
        measures = List.copyOf(measures);
        notes = List.copyOf(notes);
    }
}
