package dev.platen.operator.reconcile;

import dev.platen.operator.act.Scaler;
import dev.platen.operator.act.SettingsPublisher;
import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.observe.Cluster;
import dev.platen.operator.observe.Observer;
import dev.platen.operator.report.Events;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The loop as the operator SDK runs it: a turn whenever a pool changes or has been looked at. There is no finalizer, so a
 * pool can be deleted while no operator runs; its workload stays as it is.
 */
@ControllerConfiguration(name = "workerpool", fieldManager = WorkerPoolReconciler.FIELD_MANAGER)
public final class WorkerPoolReconciler implements Reconciler<WorkerPool> {
    /** Owns the status in server-side apply. */
    public static final String FIELD_MANAGER = "platen-operator";

    /** Intervals without a look after which figures count as missing: one lost look is no reason for alarm. */
    private static final int INTERVALS_TO_STALENESS = 3;

    private final PoolLoop loop;
    private final Observer observer;
    private final SettingsPublisher settings;
    private final OperatorMetrics metrics;
    private final Events events;
    private final Duration interval;

    /**
     * Builds the loop.
     *
     * @param interval time between two looks at a pool
     */
    public WorkerPoolReconciler(
            KubernetesClient client,
            Observer observer,
            SettingsPublisher settings,
            OperatorMetrics metrics,
            Events events,
            InstantSource clock,
            Duration interval) {
        this.loop = new PoolLoop(
                new Cluster(client), observer, new Scaler(client), settings, metrics, clock, freshness(interval));
        this.observer = observer;
        this.settings = settings;
        this.metrics = metrics;
        this.events = events;
        this.interval = interval;
    }

    /** Age from which figures count as missing, with looks so far apart. */
    public static Duration freshness(Duration interval) {
        return interval.multipliedBy(INTERVALS_TO_STALENESS);
    }

    @Override
    public List<EventSource<?, WorkerPool>> prepareEventSources(EventSourceContext<WorkerPool> context) {
        return List.of(new ObservationSource(observer, metrics, interval));
    }

    /** The next turn is due even where the looks should stay away: figures must be seen to grow old. */
    @Override
    public UpdateControl<WorkerPool> reconcile(WorkerPool pool, Context<WorkerPool> context) {
        WorkerPoolStatus status = loop.turn(pool);
        PoolEvents.say(events, pool, status);
        if (status.lastDecision() != null) {
            settings.tell(ToldDecision.of(pool, status.lastDecision()));
        }
        return UpdateControl.patchStatus(onlyStatus(pool, status)).rescheduleAfter(interval.multipliedBy(2));
    }

    /** A fresh object, so that server-side apply owns the status and nothing else. */
    private static WorkerPool onlyStatus(WorkerPool pool, WorkerPoolStatus status) {
        WorkerPool applied = new WorkerPool();
        applied.getMetadata().setName(pool.getMetadata().getName());
        applied.getMetadata().setNamespace(pool.getMetadata().getNamespace());
        applied.setStatus(status);
        return applied;
    }
}
