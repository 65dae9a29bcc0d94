package dev.platen.benchmarks.report;

import dev.platen.benchmarks.machine.Machine;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that one run found.
 *
 * @param name of the benchmark
 * @param date of the run
 * @param isQuick whether the run was a short one, good for trying things out and for nothing else
 * @param machine where it ran
 * @param sections question by question
 */
public record Report(String name, LocalDate date, boolean isQuick, Machine machine, List<Section> sections) {
    /** Copies the list. */
    public Report {
        sections = List.copyOf(sections);
    }
}
