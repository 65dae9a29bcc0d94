package dev.platen.operator.decide;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much is known about the load of a pool. */
sealed interface Evidence {
    /**
     * Enough to size the pool.
     *
     * @param load the load
     * @param backlog the same as the broker tells it
     * @param everyPodHeard whether the pool may shrink
     */
    record Known(Load load, Backlog backlog, boolean everyPodHeard) implements Evidence {}

    /**
     * Nothing arrives and nothing waits, so the speed of the workers does not matter.
     *
     * @param backlog empty
     * @param everyPodHeard whether the pool may shrink
     */
    record Idle(Backlog backlog, boolean everyPodHeard) implements Evidence {}

    /**
     * Too little.
     *
     * @param reason what is missing, as the start of a sentence
     */
    record Missing(String reason) implements Evidence {}

    static Evidence of(Snapshot snapshot, Policy policy, History history) {
        Backlog backlog = snapshot.backlog();
        if (backlog == null) {
            return new Missing("the broker has not told lag and arrivals");
        }
        if (isStale(backlog.at(), snapshot.now(), policy.freshness())) {
            return new Missing("the last lag and arrivals are from " + backlog.at());
        }
        WorkerFigures workers = freshWorkers(snapshot, policy);
        boolean everyPodHeard = workers != null && workers.complete();
        if (backlog.lag() == 0 && backlog.arrivalRate() == 0) {
            return new Idle(backlog, everyPodHeard);
        }
        Double serviceRate =
                workers == null || workers.serviceRate() == null ? history.serviceRate() : workers.serviceRate();
        Integer threads = threads(workers, history);
        if (serviceRate == null || threads == null) {
            return new Missing("no worker has shown yet how fast it works");
        }
        Pace pace = Pace.of(serviceRate, snapshot.replicas(), Memories.recent(history.speeds(), snapshot.now()));
        Load load = Load.of(backlog, pace, threads, policy, podStart(snapshot, history));
        return new Known(load, backlog, everyPodHeard);
    }

    /** Zero where no pod has been seen to start: then nothing is known of the time until help comes. */
    static Duration podStart(Snapshot snapshot, History history) {
        Duration seen = snapshot.podStart() == null ? history.podStart() : snapshot.podStart();
        return seen == null ? Duration.ZERO : seen;
    }

    static @Nullable WorkerFigures freshWorkers(Snapshot snapshot, Policy policy) {
        WorkerFigures workers = snapshot.workers();
        return workers == null || isStale(workers.at(), snapshot.now(), policy.freshness()) ? null : workers;
    }

    private static @Nullable Integer threads(@Nullable WorkerFigures workers, History history) {
        if (workers != null) {
            return workers.threads();
        }
        return history.pools() == null ? null : history.pools().workers();
    }

    private static boolean isStale(Instant taken, Instant now, Duration freshness) {
        return Duration.between(taken, now).compareTo(freshness) > 0;
    }
}
