package dev.platen.operator.reconcile;

import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.decide.Backlog;
import dev.platen.operator.decide.Decision;
import dev.platen.operator.decide.Forecast;
import dev.platen.operator.decide.Term;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
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
    private static final String LAG_TIME = "platen.operator.lag";
    private static final String ARRIVALS = "platen.operator.arrival.rate";
    private static final String METRICS_MISSING = "platen.operator.metrics.missing";

    private static final String PREDICTED = "platen.operator.predicted.latency";
    private static final String TARGET = "platen.operator.latency.target";
    private static final String UTILIZATION = "platen.operator.predicted.utilization";
    private static final String MAXIMUM = "platen.operator.max.replicas";
    private static final String DECIDED = "platen.operator.decided";
    private static final String LEFT = "left";
    private static final String FAILED = "failed";
    private static final String UP = "up";
    private static final String DOWN = "down";
    private static final List<String> OUTCOMES = List.of(LEFT, FAILED, UP, DOWN);
    private static final String SECONDS = "seconds";
    private static final double MILLIS = 1_000;

    /**
     * What the latest turn of a pool has left.
     *
     * @param targetMillis the latency that the pool is to keep
     */
    private record Seen(Decision decision, @Nullable Backlog backlog, int max, double targetMillis, Instant at) {
        static Seen of(WorkerPool pool, Decision decision, @Nullable Backlog backlog, Instant at) {
            Integer target = pool.getSpec().objective().latencyTargetMillis();
            return new Seen(decision, backlog, pool.getSpec().max(), target == null ? Double.NaN : target, at);
        }
    }

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
    synchronized void decided(
            WorkerPool pool, Decision decision, @Nullable Backlog backlog, Turn.Scaling scaling, Instant now) {
        if (!watched.contains(key(pool))) {
            return;
        }
        Tags tags = tags(pool);
        if (latest.put(key(pool), Seen.of(pool, decision, backlog, now)) == null) {
            register(key(pool), tags);
        }
        decisions(tags, decision.term()).increment();
        scalings(tags, outcome(decision, scaling)).increment();
    }

    private Counter decisions(Tags tags, Term term) {
        return counter(DECISIONS, "Decisions by the rule that decided", tags.and("term", term.label()));
    }

    private Counter scalings(Tags tags, String outcome) {
        return counter(SCALINGS, "Turns by what became of the replicas", tags.and("outcome", outcome));
    }

    private static String outcome(Decision decision, Turn.Scaling scaling) {
        return switch (scaling) {
            case Turn.Scaling.Left _ -> LEFT;
            case Turn.Scaling.Failed _ -> FAILED;
            case Turn.Scaling.Done _ -> decision.to() > decision.from() ? UP : DOWN;
        };
    }

    /** Counters are there before they count, so that their first increase is seen. */
    private void register(String key, Tags tags) {
        for (Term term : Term.values()) {
            decisions(tags, term);
        }
        OUTCOMES.forEach(outcome -> scalings(tags, outcome));
        gauge(DESIRED, "Replicas that a pool should have", key, tags, seen -> seen.decision()
                .to());
        gauge(CURRENT, "Replicas that its workload is set to", key, tags, seen -> seen.decision()
                .from());
        gauge(MAXIMUM, "Replicas that a pool may have", key, tags, Seen::max);
        gauge(LAG, "Records that wait for a pool", key, tags, OperatorMetrics::lag);
        unit(LAG_TIME, "Time in which as many records arrive as wait", key, tags, OperatorMetrics::lagSeconds);
        unit(
                PREDICTED,
                "Latency that the decision is to give, at its percentile",
                key,
                tags,
                OperatorMetrics::predicted);
        unit(TARGET, "Latency that the pool is to keep", key, tags, seen -> seen.targetMillis() / MILLIS);
        gauge(UTILIZATION, "Share of its time that the busiest pod will work", key, tags, OperatorMetrics::utilization);
        unit(DECIDED, "When the latest decision was made, as Unix time", key, tags, seen -> seen.at()
                .getEpochSecond());
        gauge(ARRIVALS, "Records that arrive per second", key, tags, OperatorMetrics::arrivals);
        gauge(METRICS_MISSING, "1 while too little is known to decide", key, tags, OperatorMetrics::missing);
    }

    private static double missing(Seen seen) {
        return seen.decision().missing() == null ? 0 : 1;
    }

    private static double lag(Seen seen) {
        return seen.backlog() == null ? Double.NaN : seen.backlog().lag();
    }

    /** By Little's law: how long ago the oldest record that waits arrived, where they are taken in order. */
    private static double lagSeconds(Seen seen) {
        Backlog backlog = seen.backlog();
        if (backlog == null) {
            return Double.NaN;
        }
        return backlog.lag() == 0 ? 0 : backlog.lag() / backlog.arrivalRate();
    }

    private static double predicted(Seen seen) {
        Forecast forecast = seen.decision().forecast();
        return forecast == null ? Double.NaN : forecast.latencySeconds();
    }

    private static double utilization(Seen seen) {
        Forecast forecast = seen.decision().forecast();
        return forecast == null ? Double.NaN : forecast.utilization();
    }

    private static double arrivals(Seen seen) {
        return seen.backlog() == null ? Double.NaN : seen.backlog().arrivalRate();
    }

    private void gauge(String name, String description, String key, Tags tags, ToDoubleFunction<Seen> figure) {
        gauge(name, null, description, key, tags, figure);
    }

    private void unit(String name, String description, String key, Tags tags, ToDoubleFunction<Seen> seconds) {
        gauge(name, SECONDS, description, key, tags, seconds);
    }

    private void gauge(
            String name,
            @Nullable String unit,
            String description,
            String key,
            Tags tags,
            ToDoubleFunction<Seen> figure) {
        Gauge.builder(name, latest, seen -> {
                    Seen value = seen.get(key);
                    return value == null ? Double.NaN : figure.applyAsDouble(value);
                })
                .description(description)
                .baseUnit(unit)
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
