package dev.platen.benchmarks;

import dev.platen.benchmarks.machine.Machine;
import dev.platen.benchmarks.report.BudgetChart;
import dev.platen.benchmarks.report.Report;
import dev.platen.benchmarks.report.ReportFiles;
import dev.platen.benchmarks.report.ReportText;
import dev.platen.benchmarks.report.Section;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@code platen bench}: runs one benchmark and writes its figures under {@code benchmarks/results}. */
public final class Benchmarks {
    private static final int MISUSED = 2;
    private static final String QUICK = "--quick";

    private Benchmarks() {}

    /** Runs what the arguments name; the exit status is 0, 1 where it failed, or 2 where the arguments say nothing. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("platen.root", System.getProperty("platen.home", ""));
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean isQuick = names.remove(QUICK);
        if (names.isEmpty()) {
            System.out.print(Choice.list());
            return;
        }
        Choice choice = Choice.named(names.getFirst());
        List<String> parts = names.subList(1, names.size());
        if (choice == null || !choice.parts().containsAll(parts)) {
            System.err.printf("platen bench: '%s' is no benchmark.%n%s", String.join(" ", names), Choice.list());
            System.exit(MISUSED);
        } else {
            run(choice, isQuick, parts);
        }
    }

    private static void run(Choice choice, boolean isQuick, List<String> parts) throws Exception {
        Path home = Home.path();
        Machine machine = Machine.look(home);
        String name = parts.isEmpty() ? choice.label() : choice.label() + "-" + String.join("-", parts);
        LocalDate date = LocalDate.now(Clock.systemUTC());
        List<Section> sections =
                choice.run(isQuick, parts, soFar -> write(home, new Report(name, date, isQuick, machine, soFar)));
        Report report = new Report(name, date, isQuick, machine, sections);
        System.out.printf("%n%s%n", ReportText.of(report));
        if (choice.hasChart() && parts.isEmpty()) {
            String chart = isQuick
                    ? "benchmarks/results/%s-quick-chart.svg".formatted(name)
                    : "docs/bench-%s.svg".formatted(name);
            Files.writeString(home.resolve(chart), BudgetChart.of(report));
        }
        write(home, report).forEach(file -> System.out.println("written: " + home.relativize(file)));
    }

    private static List<Path> write(Path home, Report report) {
        try {
            return ReportFiles.write(home.resolve("benchmarks/results"), report);
        } catch (IOException failure) {
            throw new UncheckedIOException("the report cannot be written", failure);
        }
    }
}
