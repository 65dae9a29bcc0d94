package dev.platen.benchmarks.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Everything that all services together count for one answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class MetricsBenchmark {
    private static final Duration[] TIMES = {
        Duration.ofNanos(100_000), Duration.ofNanos(250_000), Duration.ofNanos(500_000), Duration.ofMillis(1),
        Duration.ofNanos(2_500_000), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25),
        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
        Duration.ofSeconds(1), Duration.ofMillis(2_500), Duration.ofSeconds(10)
    };
    private static final double[] SIZES = {1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20, 1 << 22, 1 << 24};
    private static final double[] SHARES = {0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 1};

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer pages = Timer.builder("pages")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(100_000))
            .maximumExpectedValue(Duration.ofSeconds(10))
            .register(registry);
    private final Counter admitted = Counter.builder("admitted").register(registry);
    private final Counter absent = Counter.builder("absent").register(registry);
    private final Counter rendered = Counter.builder("rendered").register(registry);
    private final Timer lookUps = timer("lookups");
    private final Timer waits = timer("waits");
    private final Timer renderings = timer("renderings");
    private final DistributionSummary sizes = summary("sizes", SIZES);
    private final DistributionSummary budgets = summary("budgets", SHARES);
    private final LongAdder busy = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final LongAdder workspaces = new LongAdder();

    private Timer timer(String name) {
        return Timer.builder(name).serviceLevelObjectives(TIMES).register(registry);
    }

    private DistributionSummary summary(String name, double... bounds) {
        return DistributionSummary.builder(name).serviceLevelObjectives(bounds).register(registry);
    }

    /** A page from the memory of the gateway. */
    @Benchmark
    public void hit() {
        long started = System.nanoTime();
        pages.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }

    /** A page that a worker renders: look-up, admission, wait, work, rendering, answer. */
    @Benchmark
    public void miss() {
        long started = System.nanoTime();
        lookUps.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        absent.increment();
        admitted.increment();
        waits.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        long begun = System.nanoTime();
        rendered.increment();
        workspaces.increment();
        renderings.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        sizes.record(2_318);
        budgets.record(0.0003);
        busy.add(System.nanoTime() - begun);
        records.increment();
        pages.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }
}
