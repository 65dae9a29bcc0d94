package dev.platen.benchmarks.autoscale;

import dev.platen.benchmarks.autoscale.simulation.Sharing;
import dev.platen.benchmarks.autoscale.simulation.Surroundings;
import dev.platen.benchmarks.autoscale.workload.Recipe;
import dev.platen.benchmarks.report.Section;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All traces, one after the other, on one thread. */
public final class AutoscaleRun {
    private static final int PARTITIONS = 24;
    private static final double MEAN_WORK = 0.05;
    private static final double PEAK = 0.8 * PARTITIONS * 0.7 / MEAN_WORK;
    private static final Surroundings SURROUNDINGS =
            new Surroundings(1, 1, PARTITIONS, 30, Sharing.COOPERATIVE, 3, 0, 1, 1);
    private static final Recipe RECIPE = new Recipe(PARTITIONS, 0, MEAN_WORK, 1, 1);
    private static final Set<String> WITH_CHANGES = Set.of("worldcup", "crowds");

    private AutoscaleRun() {}

    /**
     * Simulates everything and draws a chart for every trace; a quick run takes less than a minute, a full one a few. Charts
     * of a quick run lie beside its results, those of a full one in the documentation.
     */
    public static List<Section> run(boolean isQuick) throws IOException {
        Path home = Home.path();
        List<Section> sections = new ArrayList<>();
        List<Section> changes = new ArrayList<>();
        long started = System.nanoTime();
        for (Trace trace : Trace.all(home, PEAK, isQuick)) {
            System.out.printf(
                    "platen bench: %3d s, %s …%n",
                    Duration.ofNanos(System.nanoTime() - started).toSeconds(), trace.title());
            Contest contest = Contest.hold(trace, SURROUNDINGS, RECIPE);
            sections.add(ContestReport.of(contest));
            if (WITH_CHANGES.contains(trace.name())) {
                changes.add(Sensitivity.of(contest, SURROUNDINGS, RECIPE));
            }
            String chart = isQuick ? "benchmarks/results/autoscale-quick-%s.svg" : "docs/autoscale-%s.svg";
            Files.writeString(home.resolve(chart.formatted(trace.name())), ParetoChart.of(contest));
        }
        sections.addAll(changes);
        sections.add(ScaleOnPaper.of(home));
        return sections;
    }
}
