package dev.platen.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts reports where they can be compared with later ones. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Writes {@code name-date.json} for programs and {@code name-date.md} for people; a second run on one day replaces
     * the first.
     *
     * @return both files
     */
    public static List<Path> write(Path folder, Report report) throws IOException {
        String name = report.name() + (report.isQuick() ? "-quick-" : "-") + report.date();
        Files.createDirectories(folder);
        return List.of(
                Files.writeString(folder.resolve(name + ".json"), ReportJson.of(report)),
                Files.writeString(folder.resolve(name + ".md"), ReportText.of(report)));
    }
}
