package dev.platen.transport;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lanes of this process: opened when a service starts, drained when it ends. Thread-safe. */
@Singleton
public final class Lanes {
    private final KafkaClients clients;
    private final Claims claims;
    private final Publisher publisher;
    private final MeterRegistry registry;
    private final Drain drain;
    private final Tracing tracing;
    private final List<WorkLane> open = new CopyOnWriteArrayList<>();

    Lanes(
            KafkaClients clients,
            Claims claims,
            Publisher publisher,
            MeterRegistry registry,
            Drain drain,
            Tracing tracing) {
        this.tracing = tracing;
        this.clients = clients;
        this.claims = claims;
        this.publisher = publisher;
        this.registry = registry;
        this.drain = drain;
    }

    /** Starts to feed a worker, until the service ends. */
    public WorkLane open(Intake intake, Worker worker) {
        String tier = intake.tier().label();
        WorkerMetrics metrics = new WorkerMetrics(registry, intake.tier());
        WorkLane lane = new WorkLane(clients, intake, worker, claims, publisher, metrics, tracing);
        open.add(lane);
        drain.at(Drain.Stage.WORK, tier, lane::close);
        lane.start();
        return lane;
    }

    /** Whether every lane still takes work, or has been told not to. */
    boolean areAlive() {
        return open.stream().allMatch(WorkLane::isAlive);
    }
}
