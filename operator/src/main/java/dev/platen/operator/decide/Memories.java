package dev.platen.operator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a pool remembers from one decision to the next, bounded in number and age. */
final class Memories {
    /** Belief in a bottleneck ends with the speeds that it rests on; then the pool may try again. */
    private static final Duration BELIEF = Duration.ofHours(1);

    /** Figures are those of about a minute: until then they still tell of the pool as it was before a change. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    /** Threads that hardly work tell little of how fast they are. */
    private static final double LEAST_UTILIZATION = 0.1;

    private static final int MOST_SPEEDS = 16;
    private static final int MOST_CHANGES = 128;

    private Memories() {}

    static List<Instant> changes(List<Instant> before, Instant now, boolean scaled) {
        List<Instant> changes = new ArrayList<>(PauseBudget.withinHour(before, now));
        if (scaled) {
            changes.add(now);
        }
        return changes.subList(Math.max(0, changes.size() - MOST_CHANGES), changes.size());
    }

    static List<Speed> speeds(History before, Snapshot snapshot) {
        List<Speed> speeds = new ArrayList<>(recent(before.speeds(), snapshot.now()));
        WorkerFigures workers = snapshot.workers();
        if (workers != null && isSettled(before, snapshot, workers) && workers.serviceRate() != null) {
            speeds.removeIf(speed -> speed.replicas() == workers.expected());
            speeds.add(new Speed(snapshot.now(), workers.expected(), workers.serviceRate()));
        }
        speeds.sort(Comparator.comparing(Speed::at));
        return speeds.subList(Math.max(0, speeds.size() - MOST_SPEEDS), speeds.size());
    }

    static List<Speed> recent(List<Speed> speeds, Instant now) {
        return speeds.stream()
                .filter(speed ->
                        speed.at().isAfter(now.minus(BELIEF)) && !speed.at().isAfter(now))
                .toList();
    }

    private static boolean isSettled(History before, Snapshot snapshot, WorkerFigures workers) {
        boolean unchanged = before.changes().stream()
                .noneMatch(change -> change.isAfter(snapshot.now().minus(SETTLING)));
        boolean busy = workers.utilization() != null && workers.utilization() >= LEAST_UTILIZATION;
        return unchanged && busy && workers.complete() && workers.expected() == snapshot.replicas();
    }
}
