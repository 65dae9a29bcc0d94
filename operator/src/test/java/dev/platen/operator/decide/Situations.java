package dev.platen.operator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Loads, pods and policies for tests, ordinary ones and random ones. */
final class Situations {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final Duration REBALANCE = Duration.ofSeconds(3);
    static final Duration FRESHNESS = Duration.ofSeconds(45);

    private Situations() {}

    static Backlog even(int partitions, double arrivalRate, long lagOfEach) {
        return new Backlog(
                NOW, Collections.nCopies(partitions, new Backlog.Partition(arrivalRate / partitions, lagOfEach)));
    }

    static Backlog skewed(RandomGenerator random) {
        List<Backlog.Partition> partitions = new ArrayList<>();
        int count = random.nextInt(1, 40);
        double scale = Math.pow(10, random.nextDouble(-1, 2));
        for (int partition = 0; partition < count; partition++) {
            long lag = random.nextBoolean() ? 0 : random.nextLong(5000);
            partitions.add(new Backlog.Partition(random.nextExponential() * scale, lag));
        }
        return new Backlog(NOW, partitions);
    }

    static Backlog times(Backlog backlog, double factor) {
        return new Backlog(
                backlog.at(),
                backlog.partitions().stream()
                        .map(partition -> new Backlog.Partition(
                                partition.arrivalRate() * factor, (long) Math.ceil(partition.lag() * factor)))
                        .toList(),
                backlog.growth() * factor);
    }

    static WorkerFigures workers(int pods, double serviceRate, int threads) {
        return new WorkerFigures(NOW, pods, pods, serviceRate, 0.5, threads, threads, 16);
    }

    static WorkerFigures workers(int pods, RandomGenerator random) {
        return workers(pods, Math.pow(10, random.nextDouble(0, 3)), random.nextInt(1, 9));
    }

    static Policy policy(int min, int max) {
        return policy(min, max, false, null, null, List.of());
    }

    static Policy policy(RandomGenerator random) {
        int min = random.nextInt(1, 5);
        return policy(min, min + random.nextInt(0, 50));
    }

    static Policy policy(
            int min,
            int max,
            boolean paused,
            @Nullable Integer pinned,
            @Nullable Integer fallback,
            List<Schedule> schedules) {
        return new Policy(
                paused,
                pinned,
                new Bounds(min, max),
                new Policy.Objective(0.99, Duration.ofMillis(100), Duration.ofSeconds(30), 0.8),
                new Bounds(1, 32),
                new Bounds(8, 1024),
                new Policy.Tempo(WINDOW, REBALANCE, Duration.ofMinutes(1)),
                schedules,
                fallback,
                FRESHNESS);
    }

    /** One that shrinks as soon as it may. */
    static Policy impatient(Duration pauseBudget) {
        Policy policy = policy(1, 60);
        return new Policy(
                false,
                null,
                policy.replicas(),
                policy.objective(),
                policy.workers(),
                policy.inFlight(),
                new Policy.Tempo(Duration.ZERO, REBALANCE, pauseBudget),
                List.of(),
                null,
                FRESHNESS);
    }

    static Snapshot snapshot(int replicas, @Nullable Backlog backlog, @Nullable WorkerFigures workers) {
        return new Snapshot(NOW, replicas, backlog, workers, null);
    }

    /** The same seen later, with figures as fresh as before. */
    static Snapshot later(Snapshot snapshot, Duration later) {
        Instant now = snapshot.now().plus(later);
        Backlog backlog = snapshot.backlog();
        WorkerFigures workers = snapshot.workers();
        return new Snapshot(
                now,
                snapshot.replicas(),
                backlog == null ? null : new Backlog(now, backlog.partitions(), backlog.growth()),
                workers == null
                        ? null
                        : new WorkerFigures(
                                now,
                                workers.expected(),
                                workers.answered(),
                                workers.serviceRate(),
                                workers.utilization(),
                                workers.threads(),
                                workers.processors(),
                                workers.inFlightLimit()),
                snapshot.podStart());
    }

    static Snapshot with(Snapshot snapshot, int replicas) {
        return new Snapshot(snapshot.now(), replicas, snapshot.backlog(), snapshot.workers(), snapshot.podStart());
    }

    /** As if a minute ago this many had been needed. */
    static History needed(int replicas) {
        return new History(
                List.of(new Recommendation(NOW.minusSeconds(60), replicas)),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null);
    }
}
