package dev.platen.compiler;

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

/** Takes compile requests from Kafka and hands them to {@link CompileStep}; takes pool sizes from the operator. */
@Startup
@Singleton
final class CompileInbox {
    private final WorkPool pool;
    private final WorkLane lane;

    CompileInbox(Lanes lanes, CompileStep step, CompileOutbox outbox, CompilerConfig config) {
        int workers = config.workers().orElse(Runtime.getRuntime().availableProcessors());
        pool = new WorkPool(WorkerTier.COMPILE.label(), workers);
        lane = lanes.open(
                new Intake(WorkerTier.COMPILE, pool, Rank.INTERACTIVE, config.inFlight()),
                new CompileWorker(step, outbox));
    }

    @Incoming("compile-settings")
    void resize(ConsumerRecord<byte[], byte[]> changed) {
        if (CloudEvents.decode(changed.headers(), changed.value())
                        instanceof CloudEvents.Decoded.Read(PoolSettings settings)
                && settings.tier().equals(WorkerTier.COMPILE.label())) {
            pool.resize(settings.workers());
            lane.limit(settings.inFlight());
        }
    }

    private record CompileWorker(CompileStep step, CompileOutbox outbox) implements Worker {
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
