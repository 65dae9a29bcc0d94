package dev.platen.benchmarks.render;

import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link RenderBenchmark} in JVMs of its own, with the flags of the product, and compares. */
public final class RenderRun {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** How one way performs at one size. */
    private record Way(Samples micros, Samples allocated) {}

    private final boolean isQuick;
    private final Map<String, Way> ways = new TreeMap<>();

    /** A run; a quick one takes about a minute, a full one about twelve. */
    public RenderRun(boolean isQuick) {
        this.isQuick = isQuick;
    }

    /** Runs everything. */
    public List<Section> run() throws RunnerException {
        new Runner(options()).run().forEach(this::keep);
        return RenderBenchmark.KILOBYTES.stream().map(this::section).toList();
    }

    private Options options() {
        return new OptionsBuilder()
                .include(RenderBenchmark.class.getName())
                .forks(isQuick ? 1 : 3)
                .warmupIterations(isQuick ? 2 : 4)
                .warmupTime(TimeValue.seconds(isQuick ? 1 : 2))
                .measurementIterations(isQuick ? 2 : 5)
                .measurementTime(TimeValue.seconds(isQuick ? 1 : 2))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders")
                .build();
    }

    private void keep(RunResult result) {
        BenchmarkParams parameters = result.getParams();
        String method =
                parameters.getBenchmark().substring(parameters.getBenchmark().lastIndexOf('.') + 1);
        List<Double> micros = new ArrayList<>();
        List<Double> allocated = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                micros.add(iteration.getPrimaryResult().getScore());
                allocated.add(allocated(iteration));
            }
        }
        ways.put(
                key(method, Integer.parseInt(parameters.getParam("kilobytes"))),
                new Way(new Samples(micros), new Samples(allocated)));
    }

    private static double allocated(IterationResult iteration) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(ALLOCATED), "the profiler reports it")
                .getScore();
    }

    private static String key(String method, int kilobytes) {
        return method + " " + kilobytes;
    }

    private Way way(String method, int kilobytes) {
        Way way = ways.get(key(method, kilobytes));
        if (way == null) {
            throw new IllegalStateException("JMH did not measure %s at %d KB".formatted(method, kilobytes));
        }
        return way;
    }

    private Section section(int kilobytes) {
        Way platen = way("platen", kilobytes);
        int page = pageBytes(kilobytes);
        List<Finding> findings = List.of(
                faster(
                        "Platen against Jackson → Map → JTE",
                        platen,
                        way("jteFromMaps", kilobytes),
                        Budget.atLeast(1.5)),
                faster(
                        "Platen against Jackson → records → JTE",
                        platen,
                        way("jteFromRecords", kilobytes),
                        Budget.none()),
                faster(
                        "Platen from JSON against JTE from records in memory",
                        platen,
                        way("jteTyped", kilobytes),
                        Budget.atLeast(1.0)),
                Finding.ratio(
                        "Platen: bytes allocated per byte of page",
                        platen.allocated().median() / page,
                        Budget.atMost(1.1)),
                Finding.ratio(
                        "JTE from records in memory: bytes allocated per byte of page",
                        way("jteTyped", kilobytes).allocated().median() / page,
                        Budget.none()));
        return new Section(
                "Render, %d KB of JSON to a page of %,d bytes".formatted(kilobytes, page),
                findings,
                measures(kilobytes),
                List.of(
                        "All four ways write the same bytes; that is checked before anything is measured.",
                        "Platen takes no typed data, it always reads JSON. Against records in memory it does more than its peer."));
    }

    private static Finding faster(String name, Way ours, Way peer, Budget budget) {
        return Finding.ratio(name, peer.micros().median() / ours.micros().median(), budget);
    }

    private List<Measure> measures(int kilobytes) {
        List<Measure> measures = new ArrayList<>();
        Map.of(
                        "platen", "Platen, JSON → page",
                        "jteFromMaps", "Jackson → Map → JTE",
                        "jteFromRecords", "Jackson → records → JTE",
                        "jteTyped", "JTE, records in memory → page")
                .forEach((method, label) -> {
                    Way way = way(method, kilobytes);
                    measures.add(new Measure(label, "µs", way.micros()));
                    measures.add(new Measure(label + ", allocated", "bytes", way.allocated()));
                });
        measures.sort((a, b) -> a.name().compareTo(b.name()));
        return measures;
    }

    private static int pageBytes(int kilobytes) {
        return new PlatenPage(RenderBenchmark.document()).render(Orders.json(Orders.ofSize(kilobytes * 1_000))).length;
    }
}
