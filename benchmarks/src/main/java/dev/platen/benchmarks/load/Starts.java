package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import dev.platen.testkit.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From starting {@code platen up} to its first page, with the cache that the launcher has the JVM make, and without. */
final class Starts {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String OPTIONS = "JDK_JAVA_OPTIONS";
    private static final double NANOS = 1e9;
    private static final double MEBIBYTE = 1024.0 * 1024;

    /** Each start is one sample, so there are more than of what has rounds. */
    private static final int PER_EFFORT = 3;

    /** What one way to start comes to. */
    private record Way(
            String name, Map<String, String> settings, List<Double> page, List<Double> cost, List<Double> memory) {
        private Way(String name, Map<String, String> settings) {
            this(name, settings, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private void start() throws IOException {
            long started = System.nanoTime();
            try (Platen up = Platen.start("up", settings)) {
                up.store();
                up.page();
                page.add((System.nanoTime() - started) / NANOS);
                cost.add(up.jvm().processorTime().toNanos() / NANOS);
                memory.add(up.jvm().residentMebibytes());
            }
        }

        private List<Measure> measures() {
            return List.of(
                    new Measure(name + ": start to first page", "s", new Samples(page)),
                    new Measure(name + ": processor time until then", "s", new Samples(cost)),
                    new Measure(name + ": resident memory then", "MiB", new Samples(memory)));
        }
    }

    private final Effort effort;

    Starts(Effort effort) {
        this.effort = effort;
    }

    /** Trains, then starts both ways in turns; the first start of each is not counted, it fetches files from the disk. */
    List<Section> run() throws IOException, InterruptedException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path cache = folder.path().resolve("platen.aot");
            train(folder.path(), cache);
            Way without = new Way("without", Map.of());
            Way with = new Way("with the cache", Map.of(OPTIONS, "-Xlog:aot*=error -XX:AOTCache=" + cache));
            new Way("not counted", with.settings()).start();
            for (int i = 0; i < effort.starts() * PER_EFFORT; i++) {
                without.start();
                with.start();
            }
            return List.of(section(without, with, Files.size(cache) / MEBIBYTE));
        }
    }

    private static void train(Path folder, Path cache) throws InterruptedException {
        try (Command training = Command.start(
                folder.resolve("train.log"),
                Map.of(OPTIONS, "-Xlog:aot*=error -XX:AOTCacheOutput=" + cache),
                "train",
                "--data-dir",
                folder.resolve("train").toString())) {
            if (training.awaitExit(PATIENCE) != 0) {
                throw new IllegalStateException("the training failed; it said: " + training.output());
            }
        }
    }

    private static Section section(Way without, Way with, double mebibytes) {
        List<Measure> measures = new ArrayList<>(without.measures());
        measures.addAll(with.measures());
        measures.add(new Measure("size of the cache", "MiB", new Samples(List.of(mebibytes))));
        return new Section(
                "Start of `platen up` to its first page",
                List.of(
                        ratio("start to first page", without.page(), with.page(), Budget.atMost(0.45)),
                        ratio("processor time until then", without.cost(), with.cost(), Budget.none()),
                        ratio("resident memory then", without.memory(), with.memory(), Budget.none())),
                measures,
                List.of(
                        "With the AOT cache of the JVM against without, on an empty folder each time: broker, cache and services start, one schema is stored and its page rendered.",
                        "Both start the same jar. Its layout is the one that the cache takes, whose classes the JVM loads more slowly where there is none."));
    }

    private static Finding ratio(String what, List<Double> without, List<Double> with, Budget budget) {
        return Finding.ratio(
                what + ", with the AOT cache against without",
                new Samples(with).median() / new Samples(without).median(),
                budget);
    }
}
