package dev.platen.operator.reconcile;

import dev.platen.contract.flow.Notice.PoolDecision;
import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.operator.act.Scaler;
import dev.platen.operator.act.SettingsPublisher;
import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.api.WorkerPoolSpec;
import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.observe.Cluster;
import dev.platen.operator.observe.Observer;
import dev.platen.operator.observe.ScrapedFigures;
import dev.platen.operator.testing.FakeWorkers;
import dev.platen.operator.testing.ManualClock;
import dev.platen.operator.testing.MockApiServer;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A pool, its workers and the loop, moved on turn by turn. The status goes through the API server, as in production. */
final class Stage implements SettingsPublisher, AutoCloseable {
    static final Duration INTERVAL = Duration.ofSeconds(15);

    final MockApiServer api = MockApiServer.start();
    final FakeWorkers workers = new FakeWorkers(api.client());
    final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T12:00:00Z"));
    final List<PoolSettings> published = new ArrayList<>();
    final MeterRegistry registry = new SimpleMeterRegistry();
    final OperatorMetrics metrics = new OperatorMetrics(registry);

    private Observer observer = observer();
    private boolean brokerTakesSettings = true;

    Stage() throws IOException {}

    private Observer observer() {
        return new Observer(new Cluster(api.client()), workers, new ScrapedFigures(), clock);
    }

    /** A new process: nothing of the old one is left but the resource. */
    void restartOperator() {
        observer.close();
        observer = observer();
    }

    void brokerTakesSettings(boolean takes) {
        brokerTakesSettings = takes;
    }

    /** Creates the pool; {@code fields} are further lines of the spec in JSON. */
    void createPool(String fields) {
        WorkerPool pool = new WorkerPool();
        pool.getMetadata().setName("render");
        pool.getMetadata().setNamespace(FakeWorkers.NAMESPACE);
        pool.setSpec(spec(fields));
        api.client().resource(pool).create();
        metrics.watch(pool);
    }

    void changePool(String fields) {
        resource().edit(pool -> {
            pool.setSpec(spec(fields));
            return pool;
        });
    }

    private WorkerPoolSpec spec(String fields) {
        String json = """
                {"target": {"kind": "Deployment", "name": "%s"}, "tier": "render", "scrapePort": %d%s}
                """.formatted(FakeWorkers.NAME, workers.scrapePort(), fields.isEmpty() ? "" : ", " + fields);
        return new KubernetesSerialization().unmarshal(json, WorkerPoolSpec.class);
    }

    Resource<WorkerPool> resource() {
        return api.client()
                .resources(WorkerPool.class)
                .inNamespace(FakeWorkers.NAMESPACE)
                .withName("render");
    }

    /** Lets an interval pass in which the workers keep up, then looks and takes a turn. */
    WorkerPoolStatus turn(double arrivalRate) {
        return turn(arrivalRate, true);
    }

    WorkerPoolStatus turn(double arrivalRate, boolean workersKeepUp) {
        clock.advance(INTERVAL);
        workers.run(INTERVAL, arrivalRate, workersKeepUp);
        WorkerPool pool = resource().get();
        observer.observe(pool);
        return write(pool, loop().turn(pool));
    }

    /** As many turns, the last one's status. */
    WorkerPoolStatus turns(int count, double arrivalRate) {
        WorkerPoolStatus status = null;
        for (int turn = 0; turn < count; turn++) {
            status = turn(arrivalRate);
        }
        return Objects.requireNonNull(status);
    }

    private PoolLoop loop() {
        return new PoolLoop(
                new Cluster(api.client()),
                observer,
                new Scaler(api.client()),
                this,
                metrics,
                clock,
                INTERVAL.multipliedBy(3));
    }

    private WorkerPoolStatus write(WorkerPool pool, WorkerPoolStatus status) {
        WorkerPool applied = new WorkerPool();
        applied.getMetadata().setName(pool.getMetadata().getName());
        applied.getMetadata().setNamespace(pool.getMetadata().getNamespace());
        applied.setStatus(status);
        api.client()
                .resource(applied)
                .subresource("status")
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager(WorkerPoolReconciler.FIELD_MANAGER)
                        .withForce(true)
                        .build());
        return Objects.requireNonNull(resource().get().getStatus());
    }

    @Override
    public void publish(PoolSettings settings) {
        if (!brokerTakesSettings) {
            throw new PublishFailedException(settings.tier(), new IllegalStateException("the broker is away"));
        }
        published.add(settings);
    }

    @Override
    public void tell(PoolDecision decision) {
        throw new AssertionError("the loop decides, and its reconciler tells");
    }

    /** A condition's status and reason, such as {@code True ValidMetricFound}. */
    static @Nullable String condition(WorkerPoolStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> type.equals(condition.getType()))
                .map(condition -> condition.getStatus() + " " + condition.getReason())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        observer.close();
        workers.close();
        api.close();
    }
}
