package dev.platen.transport;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Work;
import dev.platen.contract.flow.WorkerTier;
import dev.platen.contract.problem.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A worker in a process of its own, which some requests end. Prints what it has done. */
final class MortalWorker implements Worker {
    private static final int MEBIBYTE = 1 << 20;

    /** Arguments: the brokers, and the name of the process among the workers. */
    public static void main(String[] arguments) {
        KafkaClients clients = new KafkaClients(arguments[0], Map.of(), arguments[1]);
        Publisher publisher = new Publisher(clients, "/platen/test");
        WorkPool pool = new WorkPool("test", 2);
        WorkLane lane = new WorkLane(
                clients,
                new Intake(WorkerTier.RENDER, pool, WorkPool.Rank.INTERACTIVE, 16),
                new MortalWorker(),
                AbsentCache.claims(),
                publisher,
                new WorkerMetrics(new SimpleMeterRegistry(), WorkerTier.RENDER),
                Tracing.OFF);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            lane.close();
            publisher.close();
        }));
        lane.start();
    }

    @Override
    public void work(Work work) {
        String request = work.envelope().request().value();
        if (request.startsWith("halts")) {
            Runtime.getRuntime().halt(1);
        }
        if (request.startsWith("devours")) {
            devour();
        }
        System.out.println("done " + request);
    }

    @Override
    public void refuse(Envelope envelope, Problem problem) {
        System.out.println("refused " + envelope.request());
    }

    private static void devour() {
        List<byte[]> memory = new ArrayList<>();
        while (memory.size() < MEBIBYTE) {
            memory.add(new byte[MEBIBYTE]);
        }
    }
}
