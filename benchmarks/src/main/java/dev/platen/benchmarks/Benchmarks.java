package dev.platen.benchmarks;

import dev.platen.benchmarks.machine.Machine;
import dev.platen.benchmarks.report.BudgetChart;
import dev.platen.benchmarks.report.Report;
import dev.platen.benchmarks.report.ReportFiles;
import dev.platen.benchmarks.report.ReportText;
import dev.platen.benchmarks.report.Section;
import dev.platen.testkit.Home;
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
        if (choice == null || names.size() > 1) {
            System.err.printf("platen bench: '%s' is not one benchmark.%n%s", String.join(" ", names), Choice.list());
            System.exit(MISUSED);
        } else {
            run(choice, isQuick);
        }
    }

    private static void run(Choice choice, boolean isQuick) throws Exception {
        Path home = Home.path();
        Machine machine = Machine.look(home);
        List<Section> sections = choice.run(isQuick);
        Report report = new Report(choice.label(), LocalDate.now(Clock.systemUTC()), isQuick, machine, sections);
        System.out.printf("%n%s%n", ReportText.of(report));
        if (choice == Choice.ENGINE) {
            String chart = isQuick ? "benchmarks/results/engine-quick-chart.svg" : "docs/bench-engine.svg";
            Files.writeString(home.resolve(chart), BudgetChart.of(report));
        }
        ReportFiles.write(home.resolve("benchmarks/results"), report)
                .forEach(file -> System.out.println("written: " + home.relativize(file)));
    }
}
