package dev.platen.render;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.WorkerTier;
import dev.platen.contract.problem.Problem;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.Intake;
import dev.platen.transport.Lanes;
import dev.platen.transport.WorkLane;
import dev.platen.transport.WorkPool;
import dev.platen.transport.WorkPool.Rank;
import dev.platen.transport.Worker;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes requests from Kafka and hands them to {@link RenderStep}: first those of somebody who waits, then those of
 * nobody in particular. Takes pool sizes from the operator.
 */
@Startup
@Singleton
final class RenderInbox {
    /** Records of the batch lane for each thread: it only has to find the next one when a thread has nothing to do. */
    private static final int BATCH_PER_WORKER = 2;

    private final WorkPool pool;
    private final WorkLane interactive;
    private final WorkLane batch;

    RenderInbox(Lanes lanes, RenderStep step, RenderOutbox outbox, RenderConfig config) {
        int workers = config.workers().orElse(Runtime.getRuntime().availableProcessors());
        Worker worker = new RenderWorker(step, outbox);
        pool = new WorkPool(WorkerTier.RENDER.label(), workers);
        interactive = lanes.open(new Intake(WorkerTier.RENDER, pool, Rank.INTERACTIVE, config.inFlight()), worker);
        batch = lanes.open(new Intake(WorkerTier.RENDER_BATCH, pool, Rank.BATCH, workers * BATCH_PER_WORKER), worker);
    }

    @Incoming("render-settings")
    void resize(ConsumerRecord<byte[], byte[]> changed) {
        if (CloudEvents.decode(changed.headers(), changed.value())
                        instanceof CloudEvents.Decoded.Read(PoolSettings settings)
                && settings.tier().equals(WorkerTier.RENDER.label())) {
            pool.resize(settings.workers());
            interactive.limit(settings.inFlight());
            batch.limit(pool.workers() * BATCH_PER_WORKER);
        }
    }

    private record RenderWorker(RenderStep step, RenderOutbox outbox) implements Worker {
        @Override
        public void work(Work work) {
            step.work(work);
        }

        @Override
        public void refuse(Envelope envelope, Problem problem) {
            outbox.fail(envelope, problem);
        }
    }
}
