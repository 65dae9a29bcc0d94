package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.benchmarks.operated.OperatedCluster;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import dev.platen.benchmarks.report.Table;
import dev.platen.operator.api.LastDecision;
import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.api.WorkerPoolStatus.Observed;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The operator scales the renderers of a cluster on this machine while the load doubles twice and halves twice: whether the
 * renderers follow, what is waited for meanwhile, and what the operator says to it.
 */
final class FollowedLoad {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration RUN = Duration.ofMillis(10);
    private static final Duration PERIOD = Duration.ofMillis(50);
    private static final int MOST = 4;
    private static final int CONNECTIONS = 64;
    private static final Sums SUMS = new Sums(240);
    private static final double P95 = 0.95;
    private static final int LATENCY_TARGET = 400;
    private static final int MICROS_PER_MILLI = 1000;

    /** Of what one renderer can do: each is twice or half the one before. */
    private static final List<Double> LEVELS = List.of(0.4, 0.8, 1.6, 0.8, 0.4);

    private static final String POOL = """
            "min": 1, "max": %d, "objective": {"latencyTargetMillis": %d},
            "behavior": {"scaleDown": {"stabilizationSeconds": 30}}
            """.formatted(MOST, LATENCY_TARGET);

    /**
     * What was seen in a window.
     *
     * @param seconds since the load began, at the end of the window
     * @param offered requests per second
     * @param answered answers per second
     * @param millis within which 95 of 100 were answered
     * @param wanted renderers that the Deployment asked for
     * @param ready pods that were ready
     * @param lag records that waited, as the status says
     */
    record Moment(double seconds, double offered, double answered, double millis, int wanted, int ready, double lag) {}

    private final boolean isQuick;
    private final Duration level;
    private final List<Moment> moments = new ArrayList<>();
    private final Round all = new Round();

    FollowedLoad(Effort effort) {
        this.isQuick = effort.equals(Effort.QUICK);
        this.level = isQuick ? Duration.ofSeconds(25) : Duration.ofSeconds(45);
    }

    List<Section> run() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create();
                OperatedCluster cluster =
                        OperatedCluster.start(folder.path(), new OperatedCluster.Workload(LOOK, RUN, PERIOD));
                HttpLoad load = new HttpLoad(cluster.port(), CONNECTIONS, SUMS.pages())) {
            SUMS.store(cluster.port());
            load.run(level);
            double capacity = load.run(Duration.ofSeconds(10)).perSecond();
            cluster.createPool(POOL);
            Instant begin = drive(cluster, load, capacity);
            List<LastDecision> steps = cluster.steps();
            String chart = isQuick ? "benchmarks/results/autoscale-live-quick.svg" : "docs/autoscale-live.svg";
            Files.writeString(Home.path().resolve(chart), FollowedChart.of(moments, steps, begin));
            return List.of(section(capacity, steps, begin));
        }
    }

    private Instant drive(OperatedCluster cluster, HttpLoad load, double capacity) throws IOException {
        Instant begin = Instant.now();
        for (double share : LEVELS) {
            double rate = share * capacity;
            Instant end = Instant.now().plus(level);
            while (Instant.now().isBefore(end)) {
                Round round = load.run(rate, LOOK);
                all.add(round);
                moments.add(look(cluster, round, rate, begin));
            }
        }
        return begin;
    }

    private static Moment look(OperatedCluster cluster, Round round, double rate, Instant begin) {
        double lag = cluster.status()
                .map(WorkerPoolStatus::observed)
                .map(Observed::lag)
                .orElse(0L);
        return new Moment(
                Duration.between(begin, Instant.now()).toMillis() / 1e3,
                rate,
                round.perSecond(),
                round.micros(P95) / MICROS_PER_MILLI,
                cluster.replicas(),
                cluster.readyPods(),
                lag);
    }

    private Section section(double capacity, List<LastDecision> steps, Instant begin) {
        List<Double> millis = moments.stream().map(Moment::millis).toList();
        double used = moments.stream().mapToDouble(Moment::wanted).average().orElseThrow();
        int highest = moments.stream().mapToInt(Moment::ready).max().orElseThrow();
        return new Section(
                "A load that doubles and halves, followed by the operator",
                List.of(
                        new Finding("requests answered", all.count(), "", Budget.none()),
                        new Finding("requests that failed", all.failures(), "", Budget.atMost(0)),
                        new Finding("requests that were refused", all.refusals(), "", Budget.atMost(0)),
                        new Finding("most renderers that were ready", highest, "", Budget.atLeast(2)),
                        new Finding("renderers at the end", moments.getLast().wanted(), "", Budget.atMost(1)),
                        new Finding("renderers on average", used, "", Budget.none())),
                List.of(
                        new Measure("pages per second that one renderer can do", "", new Samples(List.of(capacity))),
                        new Measure("p95 of a page, windows of 5 s", "ms", new Samples(millis))),
                List.of(
                        "`platen cluster` with one renderer, the operator as a process with the rights of its role, an API server in memory, and a kubelet that starts and stops renderers as the Deployment says.",
                        "Each renderer that is ready runs for %d of every %d ms and is stopped (SIGSTOP) for the rest, so that several do more than one on a machine of two cores; it starts without that limit. Times include what it waits for its turn."
                                .formatted(RUN.toMillis(), PERIOD.toMillis()),
                        "The load is %s times what one renderer can do, %d s each; requests are sent when they are due, whether answers come or not."
                                .formatted(LEVELS, level.toSeconds()),
                        "The operator looks every %d s; the pool allows %d renderers, wants p99 within %d ms, and shrinks after 30 s."
                                .formatted(LOOK.toSeconds(), MOST, LATENCY_TARGET)),
                List.of(new Table(
                        List.of("after", "from", "to", "rule", "explanation"),
                        steps.stream().map(step -> row(step, begin)).toList())));
    }

    private static List<String> row(LastDecision step, Instant begin) {
        long after = Duration.between(begin, Instant.parse(step.time())).toSeconds();
        return List.of(after + " s", "" + step.from(), "" + step.to(), step.bindingTerm(), step.explanation());
    }
}
