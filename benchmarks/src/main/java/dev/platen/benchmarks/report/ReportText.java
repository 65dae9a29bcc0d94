package dev.platen.benchmarks.report;

import dev.platen.benchmarks.machine.Machine;

/** A report as tables in Markdown. */
public final class ReportText {
    private ReportText() {}

    /** The report, findings first. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# %s, %s%n%n".formatted(report.name(), report.date()));
        if (report.isQuick()) {
            text.append("A quick run: it shows that everything works, its figures mean little.%n%n".formatted());
        }
        Machine machine = report.machine();
        text.append("%d cores of %s, %,d MiB, %s, JVM %s. Commit %s. Load average before the run: %s.%n"
                .formatted(
                        machine.cores(),
                        machine.processor(),
                        machine.memoryMebibytes(),
                        machine.system(),
                        machine.java(),
                        machine.commit(),
                        Figures.text(machine.load())));
        report.sections().forEach(section -> append(section, text));
        return text.toString();
    }

    private static void append(Section section, StringBuilder text) {
        text.append("%n## %s%n".formatted(section.title()));
        if (!section.findings().isEmpty()) {
            text.append("%n| what | found | budget | |%n|---|---:|---:|---|%n".formatted());
            section.findings().forEach(finding -> text.append(row(finding)));
        }
        if (!section.measures().isEmpty()) {
            text.append(
                    "%n| measured | unit | median | min | max | rounds |%n|---|---|---:|---:|---:|---:|%n".formatted());
            section.measures().forEach(measure -> text.append(row(measure)));
        }
        section.tables().forEach(table -> append(table, text));
        if (!section.notes().isEmpty()) {
            text.append("%n".formatted());
            section.notes().forEach(note -> text.append("- %s%n".formatted(note)));
        }
    }

    private static void append(Table table, StringBuilder text) {
        text.append("%n| %s |%n|---|%s%n"
                .formatted(
                        String.join(" | ", table.columns()),
                        "---:|".repeat(table.columns().size() - 1)));
        table.rows().forEach(row -> text.append("| %s |%n".formatted(String.join(" | ", row))));
    }

    private static String row(Finding finding) {
        return "| %s | %s %s | %s | %s |%n"
                .formatted(
                        finding.name(),
                        Figures.text(finding.value()),
                        finding.unit(),
                        finding.budget().text(),
                        verdict(finding));
    }

    private static String verdict(Finding finding) {
        if (finding.budget() instanceof Budget.None) {
            return "";
        }
        return finding.budget().isKeptBy(finding.value()) ? "kept" : "**missed**";
    }

    private static String row(Measure measure) {
        Samples samples = measure.samples();
        return "| %s | %s | %s | %s | %s | %d |%n"
                .formatted(
                        measure.name(),
                        measure.unit(),
                        Figures.text(samples.median()),
                        Figures.text(samples.min()),
                        Figures.text(samples.max()),
                        samples.values().size());
    }
}
