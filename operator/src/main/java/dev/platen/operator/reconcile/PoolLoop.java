package dev.platen.operator.reconcile;

import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.operator.act.Scaler;
import dev.platen.operator.act.SettingsPublisher;
import dev.platen.operator.act.SettingsPublisher.PublishFailedException;
import dev.platen.operator.api.Mode;
import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.decide.Decision;
import dev.platen.operator.decide.History;
import dev.platen.operator.decide.PoolSizes;
import dev.platen.operator.decide.Sizer;
import dev.platen.operator.decide.Snapshot;
import dev.platen.operator.decide.WorkerFigures;
import dev.platen.operator.observe.Cluster;
import dev.platen.operator.observe.Observation;
import dev.platen.operator.observe.Observer;
import dev.platen.operator.observe.Workload;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One turn of the loop: read, decide, act, report. Thread-safe, as long as no pool has two turns at the same time; a turn
 * that is lost or repeated does no harm.
 */
final class PoolLoop {
    private final Cluster cluster;
    private final Observer observer;
    private final Scaler scaler;
    private final SettingsPublisher settings;
    private final OperatorMetrics metrics;
    private final InstantSource clock;
    private final Duration freshness;

    /**
     * A loop over these parts.
     *
     * @param freshness age from which figures count as missing
     */
    PoolLoop(
            Cluster cluster,
            Observer observer,
            Scaler scaler,
            SettingsPublisher settings,
            OperatorMetrics metrics,
            InstantSource clock,
            Duration freshness) {
        this.cluster = cluster;
        this.observer = observer;
        this.scaler = scaler;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        this.freshness = freshness;
    }

    /** Takes a turn and returns the status to be written; throws where the API server cannot be read. */
    WorkerPoolStatus turn(WorkerPool pool) {
        Instant now = clock.instant();
        Optional<Workload> workload =
                cluster.find(pool.getMetadata().getNamespace(), pool.getSpec().target());
        return workload.map(found -> Statuses.of(turn(pool, found, now)))
                .orElseGet(() -> Statuses.withoutTarget(pool, now));
    }

    private Turn turn(WorkerPool pool, Workload workload, Instant now) {
        Observation observation = observer.latest(pool);
        History history = Memory.of(pool.getStatus());
        Snapshot snapshot = new Snapshot(
                now, workload.wanted(), observation.backlog(), observation.workers(), observation.podStart());
        Decision decision = Sizer.decide(snapshot, Policies.of(pool.getSpec(), freshness), history);
        boolean mayAct = pool.getSpec().mode() == Mode.AUTO;
        Turn.Scaling scaling =
                mayAct && decision.to() != decision.from() ? scale(pool, decision.to()) : new Turn.Scaling.Left();
        String settingsFailure =
                mayAct ? publish(pool, decision.pools(), history.pools(), observation.workers()) : null;
        metrics.decided(pool, decision, observation.backlog(), scaling, now);
        History memory = history.after(snapshot, decision, scaling instanceof Turn.Scaling.Done);
        return new Turn(now, pool, workload, observation, decision, scaling, settingsFailure, memory);
    }

    private Turn.Scaling scale(WorkerPool pool, int replicas) {
        try {
            scaler.scale(pool.getMetadata().getNamespace(), pool.getSpec().target(), replicas);
            return new Turn.Scaling.Done();
        } catch (KubernetesClientException e) {
            return new Turn.Scaling.Failed(String.valueOf(e.getMessage()));
        }
    }

    /** Tells the workers until they do as told, since a topic can be lost; returns why it failed. */
    private @Nullable String publish(
            WorkerPool pool, @Nullable PoolSizes wanted, @Nullable PoolSizes told, @Nullable WorkerFigures workers) {
        if (wanted == null || (wanted.equals(told) && obey(workers, wanted))) {
            return null;
        }
        try {
            String tier = pool.getSpec().tier().workers().label();
            settings.publish(new PoolSettings(tier, wanted.workers(), wanted.inFlight()));
            return null;
        } catch (PublishFailedException e) {
            return e.getMessage();
        }
    }

    private static boolean obey(@Nullable WorkerFigures workers, PoolSizes wanted) {
        return workers == null
                || (workers.threads() == wanted.workers() && workers.inFlightLimit() == wanted.inFlight());
    }
}
