package dev.platen.benchmarks.autoscale.law;

import dev.platen.benchmarks.autoscale.simulation.Law;
import dev.platen.benchmarks.autoscale.simulation.Reading;
import dev.platen.benchmarks.autoscale.simulation.Reading.PodReading;
import dev.platen.operator.decide.Decision;
import dev.platen.operator.decide.History;
import dev.platen.operator.decide.Policy;
import dev.platen.operator.decide.Sizer;
import dev.platen.operator.decide.Snapshot;
import dev.platen.operator.observe.ArrivalWindow;
import dev.platen.operator.observe.TopicProbe.Position;
import dev.platen.operator.observe.WorkWindow;
import dev.platen.operator.observe.WorkerReading.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Platen's own decision core, with the windows that the operator looks through: the code that runs in a cluster, fed with
 * simulated counters and offsets.
 */
final class DecisionCore implements Law {
    private static final double SYNC = 15;
    private static final int IN_FLIGHT = 64;
    private static final double YOUNG = 600;

    private final Policy policy;
    private final int threads;
    private final ArrivalWindow arrivals = new ArrivalWindow();
    private final WorkWindow work = new WorkWindow();
    private History history = History.NONE;

    DecisionCore(Policy policy, int threads) {
        this.policy = policy;
        this.threads = threads;
    }

    @Override
    public double interval() {
        return SYNC;
    }

    @Override
    public double delay() {
        return 1;
    }

    @Override
    public int decide(Reading reading) {
        Instant now = Instant.EPOCH.plusNanos(Math.round(reading.at() * 1e9));
        if (reading.backlogKnown()) {
            arrivals.add(now, positions(reading));
        }
        Map<String, Counters> answers = new HashMap<>();
        for (PodReading pod : reading.pods()) {
            if (pod.answered()) {
                answers.put(
                        Long.toString(pod.id()),
                        new Counters(pod.busySeconds(), pod.records(), threads, threads, IN_FLIGHT));
            }
        }
        work.add(now, reading.ready(), answers);
        Snapshot snapshot =
                new Snapshot(now, reading.replicas(), arrivals.backlog(), work.figures(), podStart(reading));
        Decision decision = Sizer.decide(snapshot, policy, history);
        history = history.after(snapshot, decision, decision.to() != decision.from());
        return decision.to();
    }

    /** What nine of ten young pods needed at most, as the operator takes it from their conditions. */
    private static @Nullable Duration podStart(Reading reading) {
        double[] times = reading.pods().stream()
                .filter(pod -> pod.ready() && pod.createdAt() > Math.max(0, reading.at() - YOUNG))
                .mapToDouble(pod -> pod.readyAt() - pod.createdAt())
                .sorted()
                .toArray();
        return times.length == 0
                ? null
                : Duration.ofMillis(Math.round(times[Math.ceilDiv(times.length * 9, 10) - 1] * 1_000));
    }

    private static Map<Integer, Position> positions(Reading reading) {
        Map<Integer, Position> positions = new HashMap<>();
        for (int partition = 0; partition < reading.ends().length; partition++) {
            positions.put(partition, new Position(reading.ends()[partition], reading.committed()[partition]));
        }
        return positions;
    }
}
