package dev.platen.operator.decide;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A situation as a test file tells it. Absent numbers are zero: no partitions means that the broker is silent, no pod heard
 * that the pods are.
 */
record DecisionCase(
        int replicas,
        int partitions,
        double arrivalRate,
        double hottest,
        long lagOfEach,
        @Nullable Double serviceRate,
        int threads,
        int processors,
        int heard,
        int min,
        int max,
        boolean paused,
        @Nullable Integer pinned,
        @Nullable Integer fallback,
        int ageSeconds,
        int missingForSeconds,
        @Nullable Double rememberedServiceRate,
        @Nullable PoolSizes told,
        @Nullable List<Earlier> neededBefore,
        double growth,
        int podStartSeconds,
        @Nullable List<Integer> changedSecondsAgo,
        @Nullable List<Measured> speeds,
        @Nullable List<Hours> schedule) {
    record Measured(int replicas, double serviceRate) {}

    record Hours(String name, List<DayOfWeek> days, String from, String to, String zone, int min) {
        Schedule schedule() {
            return new Schedule(
                    name, Set.copyOf(days), LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone), min);
        }
    }

    record Earlier(int secondsAgo, int replicas) {}

    Decision decide() {
        return Sizer.decide(snapshot(), Situations.policy(min, max, paused, pinned, fallback, schedules()), history());
    }

    private List<Schedule> schedules() {
        return schedule == null
                ? List.of()
                : schedule.stream().map(Hours::schedule).toList();
    }

    private Snapshot snapshot() {
        Instant taken = ago(ageSeconds);
        Backlog backlog = partitions == 0 ? null : new Backlog(taken, loads(), growth);
        WorkerFigures workers = heard == 0
                ? null
                : new WorkerFigures(
                        taken, replicas, heard, serviceRate, 0.5, threads, processors == 0 ? threads : processors, 16);
        Duration podStart = podStartSeconds == 0 ? null : Duration.ofSeconds(podStartSeconds);
        return new Snapshot(Situations.NOW, replicas, backlog, workers, podStart);
    }

    private List<Backlog.Partition> loads() {
        List<Backlog.Partition> loads = new ArrayList<>(
                Situations.even(partitions, arrivalRate, lagOfEach).partitions());
        if (hottest > 0) {
            loads.set(0, new Backlog.Partition(hottest, lagOfEach));
        }
        return loads;
    }

    private History history() {
        List<Recommendation> recommendations = neededBefore == null
                ? List.of()
                : neededBefore.stream()
                        .map(earlier -> new Recommendation(ago(earlier.secondsAgo()), earlier.replicas()))
                        .toList();
        Instant missingSince = missingForSeconds == 0 ? null : ago(missingForSeconds);
        return new History(recommendations, rememberedServiceRate, missingSince, told, changes(), speedsBefore(), null);
    }

    private List<Instant> changes() {
        return changedSecondsAgo == null
                ? List.of()
                : changedSecondsAgo.stream().map(DecisionCase::ago).toList();
    }

    private List<Speed> speedsBefore() {
        return speeds == null
                ? List.of()
                : speeds.stream()
                        .map(measured -> new Speed(ago(120), measured.replicas(), measured.serviceRate()))
                        .toList();
    }

    private static Instant ago(int seconds) {
        return Situations.NOW.minus(Duration.ofSeconds(seconds));
    }
}
