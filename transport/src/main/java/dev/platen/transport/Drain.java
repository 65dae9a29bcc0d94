package dev.platen.transport;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * How a service ends, on SIGTERM: the server lets the requests finish that it has, and then these stages follow each
 * other. The steps of one stage run at the same time. Every stage is bounded, and all of them together end within the
 * half minute that Kubernetes gives. Thread-safe.
 */
@Singleton
public final class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);

    /** What ends after what. */
    public enum Stage {
        /** Workers take nothing more, finish what they have, say how far they came, and leave their group. */
        WORK(Duration.ofSeconds(12)),
        /** Nobody is left who needs to know: replies and the log of schemas are no longer read. */
        READERS(Duration.ofSeconds(3)),
        /** Nobody is left who asks: a node of the cache leaves its cluster, and takes nothing along. */
        CACHE(Duration.ofSeconds(5));

        private final Duration budget;

        Stage(Duration budget) {
            this.budget = budget;
        }
    }

    private record Step(String name, Runnable action) {}

    private final Map<Stage, List<Step>> steps = new EnumMap<>(Stage.class);

    /** The longest time that all stages together take. */
    public static Duration longest() {
        return Stream.of(Stage.values()).map(stage -> stage.budget).reduce(Duration.ZERO, Duration::plus);
    }

    /** Adds a step. */
    public synchronized void at(Stage stage, String name, Runnable action) {
        steps.computeIfAbsent(stage, _ -> new ArrayList<>()).add(new Step(name, action));
    }

    void stop(@Observes ShutdownEvent stopping) {
        run();
    }

    /** Runs all stages, once; when this returns, the service may end. */
    synchronized void run() {
        for (Stage stage : Stage.values()) {
            List<Step> together = steps.getOrDefault(stage, List.of());
            List<Thread> running = together.stream().map(Drain::start).toList();
            long end = System.nanoTime() + stage.budget.toNanos();
            running.forEach(thread -> await(thread, end));
        }
        steps.clear();
    }

    private static Thread start(Step step) {
        return Thread.ofVirtual().name("platen-drain-" + step.name()).start(() -> {
            long started = System.nanoTime();
            step.action().run();
            LOG.infof("%s ended after %s ms", step.name(), (System.nanoTime() - started) / 1_000_000);
        });
    }

    private static void await(Thread thread, long endNanos) {
        try {
            if (!thread.join(Duration.ofNanos(Math.max(1, endNanos - System.nanoTime())))) {
                LOG.warnf("%s has not ended in time; its work is left to others", thread.getName());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
