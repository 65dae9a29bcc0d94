package dev.platen.operator.observe;

import dev.platen.operator.decide.Backlog;
import dev.platen.operator.observe.TopicProbe.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The offsets of the last minute, from which arrival rates and their growth follow. Not thread-safe. */
public final class ArrivalWindow {
    /** Long enough to even out what comes in bursts, short enough to follow a rush. */
    static final Duration LENGTH = Duration.ofMinutes(1);

    private record Sample(Instant at, Map<Integer, Position> partitions) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Adds a look; one that is not later than the last is left out. */
    public void add(Instant at, Map<Integer, Position> partitions) {
        if (!samples.isEmpty() && !samples.getLast().at().isBefore(at)) {
            return; // the clock was set back: rates over no time would be without bound
        }
        samples.addLast(new Sample(at, new TreeMap<>(partitions)));
        while (samples.size() > 2 && samples.getFirst().at().isBefore(at.minus(LENGTH))) {
            samples.removeFirst();
        }
    }

    /**
     * Rates and lag as of the last look, null before the second one. The rate is that of the last interval or of the
     * whole window, whichever is higher: it rises at once and falls slowly.
     */
    public @Nullable Backlog backlog() {
        if (samples.size() < 2) {
            return null;
        }
        Sample last = samples.removeLast();
        Backlog sinceLastLook = between(samples.getLast(), last);
        samples.addLast(last);
        Backlog overWindow = between(samples.getFirst(), last);
        Backlog higher = sinceLastLook.arrivalRate() > overWindow.arrivalRate() ? sinceLastLook : overWindow;
        return new Backlog(last.at(), higher.partitions(), growth());
    }

    private double growth() {
        int intervals = samples.size() - 1;
        if (intervals < 3) {
            return 0;
        }
        List<Sample> looks = List.copyOf(samples);
        int third = Math.round(intervals / 3f);
        int twoThirds = Math.round(intervals * 2 / 3f);
        return new Growth(
                        span(looks.getFirst(), looks.get(third)),
                        span(looks.get(third), looks.get(twoThirds)),
                        span(looks.get(twoThirds), looks.getLast()))
                .perSecond();
    }

    private static Growth.Span span(Sample first, Sample last) {
        double seconds = seconds(first, last);
        return new Growth.Span(between(first, last).arrivalRate() * seconds, seconds);
    }

    private static double seconds(Sample first, Sample last) {
        return Duration.between(first.at(), last.at()).toNanos() / 1e9;
    }

    private static Backlog between(Sample first, Sample last) {
        double seconds = seconds(first, last);
        List<Backlog.Partition> partitions = last.partitions().entrySet().stream()
                .map(entry -> {
                    Position now = entry.getValue();
                    Position before = first.partitions().getOrDefault(entry.getKey(), now);
                    return new Backlog.Partition(Math.max(0, now.end() - before.end()) / seconds, now.lag());
                })
                .toList();
        return new Backlog(last.at(), partitions);
    }
}
