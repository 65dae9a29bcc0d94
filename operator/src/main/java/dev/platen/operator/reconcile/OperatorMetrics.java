package dev.platen.operator.reconcile;

import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.decide.Backlog;
import dev.platen.operator.decide.Decision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the operator tells about itself; all its meters are named here. Every pool has its series as long as it exists, so
 * their number follows the number of pools. Thread-safe.
 */
public final class OperatorMetrics {
    private static final String DECISIONS = "platen.operator.decisions";
    private static final String SCALINGS = "platen.operator.scalings";
    private static final String DESIRED = "platen.operator.desired.replicas";
    private static final String CURRENT = "platen.operator.current.replicas";
    private static final String LAG = "platen.operator.lag.records";
    private static final String ARRIVALS = "platen.operator.arrival.rate";
    private static final String METRICS_MISSING = "platen.operator.metrics.missing";

    private record Seen(Decision decision, @Nullable Backlog backlog) {}

    private final MeterRegistry registry;
    private final Set<String> watched = new HashSet<>();
    private final Map<String, Seen> latest = new ConcurrentHashMap<>();

    /** Registers meters as pools appear. */
    public OperatorMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** From now on the pool has its series. */
    synchronized void watch(WorkerPool pool) {
        watched.add(key(pool));
    }

    /** Removes the series of a pool that is gone. */
    synchronized void forget(WorkerPool pool) {
        watched.remove(key(pool));
        latest.remove(key(pool));
        Tags tags = tags(pool);
        List<Meter> own = registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("platen.operator."))
                .filter(meter -> tags.stream().allMatch(meter.getId().getTags()::contains))
                .toList();
        own.forEach(registry::remove);
    }

    /** Counts a turn; one that was under way when its pool went would otherwise bring the series back for ever. */
    synchronized void decided(WorkerPool pool, Decision decision, @Nullable Backlog backlog, Turn.Scaling scaling) {
        if (!watched.contains(key(pool))) {
            return;
        }
        Tags tags = tags(pool);
        if (latest.put(key(pool), new Seen(decision, backlog)) == null) {
            register(key(pool), tags);
        }
        counter(
                        DECISIONS,
                        "Decisions by the rule that decided",
                        tags.and("term", decision.term().label()))
                .increment();
        counter(SCALINGS, "Turns by what became of the replicas", tags.and("outcome", outcome(decision, scaling)))
                .increment();
    }

    private static String outcome(Decision decision, Turn.Scaling scaling) {
        return switch (scaling) {
            case Turn.Scaling.Left _ -> "left";
            case Turn.Scaling.Failed _ -> "failed";
            case Turn.Scaling.Done _ -> decision.to() > decision.from() ? "up" : "down";
        };
    }

    private void register(String key, Tags tags) {
        gauge(DESIRED, "Replicas that a pool should have", key, tags, seen -> seen.decision()
                .to());
        gauge(CURRENT, "Replicas that its workload is set to", key, tags, seen -> seen.decision()
                .from());
        gauge(LAG, "Records that wait for a pool", key, tags, OperatorMetrics::lag);
        gauge(ARRIVALS, "Records that arrive per second", key, tags, OperatorMetrics::arrivals);
        gauge(METRICS_MISSING, "1 while too little is known to decide", key, tags, OperatorMetrics::missing);
    }

    private static double missing(Seen seen) {
        return seen.decision().missing() == null ? 0 : 1;
    }

    private static double lag(Seen seen) {
        return seen.backlog() == null ? Double.NaN : seen.backlog().lag();
    }

    private static double arrivals(Seen seen) {
        return seen.backlog() == null ? Double.NaN : seen.backlog().arrivalRate();
    }

    private void gauge(String name, String description, String key, Tags tags, ToDoubleFunction<Seen> figure) {
        Gauge.builder(name, latest, seen -> {
                    Seen value = seen.get(key);
                    return value == null ? Double.NaN : figure.applyAsDouble(value);
                })
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private Counter counter(String name, String description, Tags tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    private static Tags tags(WorkerPool pool) {
        return Tags.of(
                "namespace",
                pool.getMetadata().getNamespace(),
                "pool",
                pool.getMetadata().getName());
    }

    private static String key(WorkerPool pool) {
        return pool.getMetadata().getNamespace() + "/" + pool.getMetadata().getName();
    }
}
