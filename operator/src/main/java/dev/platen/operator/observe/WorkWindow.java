package dev.platen.operator.observe;

import dev.platen.operator.decide.WorkerFigures;
import dev.platen.operator.observe.WorkerReading.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The counters of the last minute, from which the speed of the workers follows. Not thread-safe. */
public final class WorkWindow {
    private record Sample(Instant at, int expected, Map<String, Counters> pods) {}

    private record Work(double records, double busySeconds, double availableSeconds) {
        static final Work NONE = new Work(0, 0, 0);

        Work plus(Work other) {
            return new Work(
                    records + other.records,
                    busySeconds + other.busySeconds,
                    availableSeconds + other.availableSeconds);
        }
    }

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * Adds a look at the pods.
     *
     * @param expected pods that should have answered
     * @param pods what those that did said, by their id
     */
    public void add(Instant at, int expected, Map<String, Counters> pods) {
        if (!samples.isEmpty() && !samples.getLast().at().isBefore(at)) {
            return;
        }
        samples.addLast(new Sample(at, expected, Map.copyOf(pods)));
        while (samples.size() > 2 && samples.getFirst().at().isBefore(at.minus(ArrivalWindow.LENGTH))) {
            samples.removeFirst();
        }
    }

    /** The figures as of the last look, null where nobody answered it. */
    public @Nullable WorkerFigures figures() {
        Sample last = samples.peekLast();
        if (last == null || last.pods().isEmpty()) {
            return null;
        }
        Work work = workInWindow();
        return new WorkerFigures(
                last.at(),
                last.expected(),
                last.pods().size(),
                serviceRate(work, last.pods().values()),
                work.availableSeconds() == 0 ? null : Math.min(1, work.busySeconds() / work.availableSeconds()),
                fewest(last, Counters::threads),
                fewest(last, Counters::processors),
                fewest(last, Counters::inFlightLimit));
    }

    private Work workInWindow() {
        Work work = Work.NONE;
        Sample before = null;
        for (Sample sample : samples) {
            if (before != null) {
                work = work.plus(between(before, sample));
            }
            before = sample;
        }
        return work;
    }

    private static Work between(Sample before, Sample after) {
        double seconds = Duration.between(before.at(), after.at()).toNanos() / 1e9;
        Work work = Work.NONE;
        for (Map.Entry<String, Counters> pod : after.pods().entrySet()) {
            Counters earlier = before.pods().get(pod.getKey());
            Counters later = pod.getValue();
            if (earlier != null && isContinuation(earlier, later)) {
                work = work.plus(new Work(
                        later.records() - earlier.records(),
                        later.busySeconds() - earlier.busySeconds(),
                        seconds * later.threads()));
            }
        }
        return work;
    }

    /** A container that started again counts from zero. */
    private static boolean isContinuation(Counters earlier, Counters later) {
        return later.records() >= earlier.records() && later.busySeconds() >= earlier.busySeconds();
    }

    /** Of the window; where it was quiet, of all that the pods have ever done. */
    private static @Nullable Double serviceRate(Work work, Collection<Counters> pods) {
        if (work.records() > 0 && work.busySeconds() > 0) {
            return work.records() / work.busySeconds();
        }
        double records = pods.stream().mapToDouble(Counters::records).sum();
        double busySeconds = pods.stream().mapToDouble(Counters::busySeconds).sum();
        return records > 0 && busySeconds > 0 ? records / busySeconds : null;
    }

    private static int fewest(Sample sample, ToIntFunction<Counters> size) {
        return sample.pods().values().stream().mapToInt(size).min().orElseThrow();
    }
}
