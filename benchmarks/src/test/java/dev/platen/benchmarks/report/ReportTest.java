package dev.platen.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.benchmarks.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Machine MACHINE = new Machine(2, "a processor", 4096, "25", "Linux", "abc1234", 0.5);

    @Test
    void shouldTakeTheMiddleOfOddAndEvenRounds() {
        // When / Then
        assertThat(new Samples(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2.0);
        assertThat(new Samples(List.of(4.0, 1.0, 2.0, 100.0)).median()).isEqualTo(3.0);
    }

    @Test
    void shouldSayWhichBudgetsWereMissed(@TempDir Path folder) throws IOException {
        // Given
        Measure measure = new Measure("ours", "µs", new Samples(List.of(1.0, 2.0, 3.0)));
        List<Finding> findings = List.of(
                Finding.ratio("fast enough", 1.6, Budget.atLeast(1.5)),
                Finding.ratio("too slow", 2.5, Budget.atMost(1.3)),
                Finding.ratio("for information", 7, Budget.none()));
        Section section = new Section("Question", findings, List.of(measure), List.of("A note."));
        Report report = new Report("load", LocalDate.of(2026, 1, 2), false, MACHINE, List.of(section));

        // When
        List<Path> files = ReportFiles.write(folder, report);

        // Then
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("load-2026-01-02.json", "load-2026-01-02.md");
        assertThat(Files.readString(files.getFirst()))
                .contains("\"kept\" : true", "\"kept\" : false", "\"median\" : 2.0");
        assertThat(Files.readString(files.getLast()))
                .contains(
                        "| fast enough | 1.60 × | ≥ 1.50 | kept |",
                        "| too slow | 2.50 × | ≤ 1.30 | **missed** |",
                        "| for information | 7.00 × |  |  |",
                        "| ours | µs | 2.00 | 1.00 | 3.00 | 3 |",
                        "Commit abc1234");
    }

    @Test
    void shouldPutThingsSideBySide(@TempDir Path folder) throws IOException {
        // Given
        Table table = new Table(List.of("law", "cost"), List.of(List.of("ours", "3"), List.of("theirs", "4")));
        Section section = new Section("Question", List.of(), List.of(), List.of(), List.of(table));
        Report report = new Report("laws", LocalDate.of(2026, 1, 2), false, MACHINE, List.of(section));

        // When
        List<Path> files = ReportFiles.write(folder, report);

        // Then
        assertThat(Files.readString(files.getFirst()))
                .contains("\"columns\" : [ \"law\", \"cost\" ]", "[ \"theirs\", \"4\" ]");
        assertThat(Files.readString(files.getLast()))
                .contains("| law | cost |\n|---|---:|\n| ours | 3 |\n| theirs | 4 |\n")
                .doesNotContain("| what |", "| measured |");
        assertThatThrownBy(() -> new Table(List.of("law", "cost"), List.of(List.of("ours"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[ours]");
    }

    @Test
    void shouldDrawWhatKeepsItsBudgetToTheRight() {
        // Given
        List<Finding> findings = List.of(
                Finding.ratio("fast & good", 15, Budget.atLeast(1.5)),
                Finding.ratio("too slow", 2.6, Budget.atMost(1.3)),
                Finding.ratio("for information", 7, Budget.none()));
        Measure measure = new Measure("ours", "µs", new Samples(List.of(1.0)));
        Section section = new Section("Question", findings, List.of(measure), List.of());

        // When
        String chart = BudgetChart.of(new Report("engine", LocalDate.of(2026, 1, 2), false, MACHINE, List.of(section)));

        // Then
        assertThat(chart)
                .contains("fast &amp; good", "15.0 × (≥ 1.50)", "<rect class=\"kept\" x=\"685.0\"")
                .contains("too slow", "<rect class=\"missed\"")
                .doesNotContain("for information");
    }
}
