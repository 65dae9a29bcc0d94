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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Platen's own decision core, with the windows that the operator looks through: the code that runs in a cluster, fed with
 * simulated counters and offsets.
 */
final class DecisionCore implements Law {
    private static final double SYNC = 15;
    private static final int IN_FLIGHT = 64;

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
        Snapshot snapshot = new Snapshot(now, reading.replicas(), arrivals.backlog(), work.figures());
        Decision decision = Sizer.decide(snapshot, policy, history);
        Double seen = snapshot.workers() == null ? null : snapshot.workers().serviceRate();
        history = new History(
                decision.recommendations(), seen == null ? history.serviceRate() : seen, null, decision.pools());
        return decision.to();
    }

    private static Map<Integer, Position> positions(Reading reading) {
        Map<Integer, Position> positions = new HashMap<>();
        for (int partition = 0; partition < reading.ends().length; partition++) {
            positions.put(partition, new Position(reading.ends()[partition], reading.committed()[partition]));
        }
        return positions;
    }
}
