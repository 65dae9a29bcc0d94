package dev.platen.gateway.events;

import dev.platen.gateway.admission.Admission;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.metrics.PageFigures;
import dev.platen.gateway.workers.Correlator;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells administrators who listen how this gateway performs, every few seconds; looks at nothing while none listens. */
@Singleton
final class Snapshots {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Events events;
    private final GatewayMetrics metrics;
    private final Admission admission;
    private @Nullable PageFigures last;

    Snapshots(Events events, GatewayMetrics metrics, Correlator correlator) {
        this.events = events;
        this.metrics = metrics;
        this.admission = correlator.admission();
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(INTERVAL.toMillis(), _ -> tell());
    }

    /** On one event loop, as all calls are. */
    private void tell() {
        if (!events.isHeardByAdministrators()) {
            last = null;
            return;
        }
        PageFigures now = metrics.pageFigures();
        if (last != null) {
            events.tellAdministrators("performance", facts(now.since(last)));
        }
        last = now;
    }

    private Map<String, ?> facts(PageFigures recent) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("seconds", INTERVAL.toSeconds());
        facts.put("pages", recent.bySource());
        recent.quantileNanos(MEDIAN).ifPresent(nanos -> facts.put("p50Millis", nanos / NANOS_PER_MILLI));
        recent.quantileNanos(TAIL).ifPresent(nanos -> facts.put("p99Millis", nanos / NANOS_PER_MILLI));
        facts.put("inFlight", admission.inFlight());
        facts.put("inFlightLimit", admission.limit());
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        facts.put("heapBytes", heap.getUsed());
        facts.put("heapMaxBytes", heap.getMax());
        return facts;
    }
}
