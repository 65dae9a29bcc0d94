package dev.platen.operator.reconcile;

import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.observe.Observation;
import dev.platen.operator.observe.Observer;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks at every pool in a steady rhythm, beside the reconcile loop, and calls for a turn after each look. The SDK's own
 * polling source gives a pool up for good when its first poll comes before the start is complete, so this one stands alone.
 */
final class ObservationSource extends AbstractEventSource<Observation, WorkerPool>
        implements ResourceEventAware<WorkerPool> {
    private static final Logger LOG = Logger.getLogger(ObservationSource.class);
    private static final int THREADS = 4;

    private record Watched(WorkerPool pool, ScheduledFuture<?> looks) {}

    private final Observer observer;
    private final OperatorMetrics metrics;
    private final Duration interval;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("pool-observer-", 0).factory());
    private final Map<ResourceID, Watched> watched = new ConcurrentHashMap<>();

    ObservationSource(Observer observer, OperatorMetrics metrics, Duration interval) {
        super(Observation.class, "observations");
        this.observer = observer;
        this.metrics = metrics;
        this.interval = interval;
    }

    @Override
    public void onResourceCreated(WorkerPool pool) {
        watch(pool);
    }

    @Override
    public void onResourceUpdated(WorkerPool pool, WorkerPool before) {
        watch(pool);
    }

    @Override
    public void onResourceDeleted(WorkerPool pool) {
        Watched gone = watched.remove(ResourceID.fromResource(pool));
        if (gone != null) {
            gone.looks().cancel(false);
        }
        observer.forget(pool);
        metrics.forget(pool);
    }

    private void watch(WorkerPool pool) {
        metrics.watch(pool);
        ResourceID id = ResourceID.fromResource(pool);
        watched.compute(id, (_, before) -> new Watched(pool, before == null ? schedule(id) : before.looks()));
    }

    private ScheduledFuture<?> schedule(ResourceID id) {
        return timer.scheduleWithFixedDelay(() -> look(id), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(ResourceID id) {
        Watched current = watched.get(id);
        if (current == null || !isRunning()) {
            return;
        }
        try {
            observer.observe(current.pool());
            if (watched.containsKey(id)) {
                getEventHandler().handleEvent(new Event(id));
            } else {
                observer.forget(current.pool());
            }
        } catch (RuntimeException e) {
            // A look that throws would end the rhythm; the next one may well succeed.
            LOG.errorf(e, "look at pool %s failed", id);
        }
    }

    @Override
    public Set<Observation> getSecondaryResources(WorkerPool pool) {
        return Set.of(observer.latest(pool));
    }

    @Override
    public void stop() {
        super.stop();
        timer.shutdownNow();
    }
}
