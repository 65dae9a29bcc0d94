package dev.platen.benchmarks.autoscale.law;

import dev.platen.benchmarks.autoscale.simulation.Law;
import dev.platen.benchmarks.autoscale.simulation.Reading;
import dev.platen.benchmarks.autoscale.simulation.Reading.PodReading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Flink's autoscaler for a source that reads Kafka. True processing rate: what was processed over the busy share of the
 * busiest worker. Capacity: λ / U + lag / catch-up + λ · restart / catch-up. Nothing changes while the rate lies within the
 * boundaries around the target utilization, nor until a whole window has passed after a change. The way down waits for an
 * interval and takes the highest wish of it, never while a backlog is processed. The number of workers divides that of the
 * partitions. See <a
 * href="https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-main/docs/custom-resource/autoscaler/">its
 * documentation</a>. A change costs here what it costs everybody, not the restart of a job.
 */
final class Flink implements Law {
    private static final double LOOK = 15;
    private static final double BOUNDARY = 0.2;
    private static final double MOST_DOWN = 0.6;
    private static final double STABILIZATION = 60;
    private static final double CATCH_UP = 60;
    private static final double RESTART = 3;
    private static final double BACKLOG_SECONDS = 10;

    private record Sample(double at, long ends, long committed, Map<Long, PodReading> pods) {}

    private record Wish(double at, int replicas) {}

    private final double utilization;
    private final double window;
    private final double scaleDownInterval;
    private final int threads;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Deque<Wish> down = new ArrayDeque<>();
    private double downSince = Double.NaN;
    private double changedAt = Double.NEGATIVE_INFINITY;

    /**
     * A law.
     *
     * @param utilization {@code utilization.target}, between 0 and 1
     * @param window {@code metrics.window}, in seconds
     * @param scaleDownInterval {@code scale-down.interval}, in seconds
     * @param threads of a pod
     */
    Flink(double utilization, double window, double scaleDownInterval, int threads) {
        this.utilization = utilization;
        this.window = window;
        this.scaleDownInterval = scaleDownInterval;
        this.threads = threads;
    }

    @Override
    public double interval() {
        return LOOK;
    }

    @Override
    public double delay() {
        return 1;
    }

    @Override
    public int decide(Reading reading) {
        boolean stabilizing = reading.at() < changedAt + STABILIZATION;
        if (stabilizing || !reading.backlogKnown()) {
            return reading.replicas();
        }
        Sample last = sample(reading);
        samples.addLast(last);
        while (samples.size() > 1 && samples.getFirst().at() < reading.at() - window) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        if (last.at() - first.at() < window) {
            return reading.replicas();
        }
        int decided = decide(first, last, reading.replicas(), reading.ends().length);
        if (decided != reading.replicas()) {
            changedAt = reading.at();
            samples.clear();
            forgetDown();
        }
        return decided;
    }

    private int decide(Sample first, Sample last, int current, int partitions) {
        double seconds = last.at() - first.at();
        double arrivals = (last.ends() - first.ends()) / seconds;
        Double busiest = busiest(first, last, seconds);
        if (busiest == null || arrivals == 0) {
            return current;
        }
        double processing = (last.committed() - first.committed()) / seconds / busiest;
        double lag = last.ends() - last.committed();
        boolean backlog = lag > BACKLOG_SECONDS * arrivals;
        double most = capacity(arrivals, lag, Math.min(1, utilization + BOUNDARY), false);
        double least = backlog
                ? Double.POSITIVE_INFINITY
                : capacity(arrivals, lag, Math.max(0.01, utilization - BOUNDARY), true);
        if (processing >= most && processing <= least) {
            return current;
        }
        double factor = Math.max(1 - MOST_DOWN, capacity(arrivals, lag, utilization, true) / processing);
        int wanted = aligned((int) Math.ceil(factor * current), partitions);
        return wanted < current ? delayed(last.at(), wanted, current) : up(wanted);
    }

    private static double capacity(double arrivals, double lag, double utilization, boolean withRestart) {
        return arrivals / utilization + lag / CATCH_UP + (withRestart ? arrivals * RESTART / CATCH_UP : 0);
    }

    private static int aligned(int wanted, int partitions) {
        int replicas = Math.clamp(wanted, 1, partitions);
        while (partitions % replicas != 0) {
            replicas++;
        }
        return replicas;
    }

    private int up(int wanted) {
        forgetDown();
        return wanted;
    }

    private int delayed(double now, int wanted, int current) {
        downSince = Double.isNaN(downSince) ? now : downSince;
        down.addLast(new Wish(now, wanted));
        while (down.getFirst().at() < now - scaleDownInterval) {
            down.removeFirst();
        }
        boolean early = now - downSince < scaleDownInterval;
        return early ? current : down.stream().mapToInt(Wish::replicas).max().orElse(current);
    }

    private void forgetDown() {
        down.clear();
        downSince = Double.NaN;
    }

    private @Nullable Double busiest(Sample first, Sample last, double seconds) {
        double most = 0;
        for (PodReading pod : last.pods().values()) {
            PodReading before = first.pods().get(pod.id());
            if (before != null) {
                most = Math.max(most, (pod.busySeconds() - before.busySeconds()) / seconds / threads);
            }
        }
        return most > 0 ? most : null;
    }

    private static Sample sample(Reading reading) {
        long ends = 0;
        long committed = 0;
        for (int partition = 0; partition < reading.ends().length; partition++) {
            ends += reading.ends()[partition];
            committed += reading.committed()[partition];
        }
        Map<Long, PodReading> pods = reading.pods().stream()
                .filter(PodReading::answered)
                .collect(Collectors.toMap(PodReading::id, pod -> pod));
        return new Sample(reading.at(), ends, committed, pods);
    }
}
