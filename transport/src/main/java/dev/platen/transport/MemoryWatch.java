package dev.platen.transport;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Looks at what collections leave in use of the heap. From 70 % it warns; from 85 % the caches in the memory of this process give
 * way, to half of what they may weigh and after the next collection to half of that, before anything fails. Below 70 %
 * they get it back, step by step.
 */
@Singleton
final class MemoryWatch {
    private static final Logger LOG = Logger.getLogger(MemoryWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final double WARNING = 0.70;
    private static final double CRITICAL = 0.85;
    private static final double LEAST = 0.125;
    private static final double STEP = 2;
    private static final int PERCENT = 100;

    /**
     * What collections have left.
     *
     * @param share of the heap in use after the last one, 0 to 1
     * @param collections how many there were
     */
    record Reading(double share, long collections) {}

    /** How short memory is. */
    enum Pressure {
        NONE(0),
        WARNING(1),
        CRITICAL(2);

        private final int level;

        Pressure(int level) {
            this.level = level;
        }

        private static Pressure of(double share) {
            return share >= MemoryWatch.CRITICAL ? CRITICAL : share >= MemoryWatch.WARNING ? WARNING : NONE;
        }
    }

    private final LocalCaches caches;
    private final Supplier<Reading> heap;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("platen-memory").daemon().factory());
    private volatile Pressure pressure = Pressure.NONE;
    private double given = 1;
    private long seenCollections;

    @Inject
    MemoryWatch(LocalCaches caches, MeterRegistry registry) {
        this(caches, registry, LongLived::read);
    }

    MemoryWatch(LocalCaches caches, MeterRegistry registry, Supplier<Reading> heap) {
        this.caches = caches;
        this.heap = heap;
        new TransportMeters(registry).memoryPressure(() -> pressure.level);
    }

    void start(@Observes StartupEvent started) {
        var _ = timer.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One look; called by one thread. */
    void look() {
        Reading reading = heap.get();
        Pressure now = Pressure.of(reading.share());
        if (now.compareTo(pressure) > 0) {
            LOG.warnf(
                    "memory is short: collections leave %.0f %% of the heap in use%s",
                    reading.share() * PERCENT, now == Pressure.CRITICAL ? "; caches give way" : "");
        } else if (now == Pressure.NONE && pressure != Pressure.NONE) {
            LOG.infof(
                    "memory is enough again: collections leave %.0f %% of the heap in use", reading.share() * PERCENT);
        }
        pressure = now;
        boolean isNew = reading.collections() != seenCollections;
        seenCollections = reading.collections();
        switch (now) {
            case NONE -> give(Math.min(1, given * STEP));
            case WARNING -> {}
            case CRITICAL -> {
                if (isNew) {
                    give(Math.max(LEAST, given / STEP));
                }
            }
        }
    }

    private void give(double share) {
        if (share != given) {
            given = share;
            caches.give(share);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
