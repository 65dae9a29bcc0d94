package dev.platen.transport;

import dev.platen.contract.flow.Notice.InstanceReport;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the gateways every few seconds what this instance has counted, so that each can say how all of them perform. What
 * is lost is told again with the next report.
 */
@Singleton
final class Vitals {
    private static final Logger LOG = Logger.getLogger(Vitals.class);

    /** How often; whoever has said nothing for several times as long is taken for gone. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** Of what others count in this process, only what says how it performs. */
    private static final List<String> WANTED = List.of(
            "platen.",
            "cache.",
            "http.server.requests",
            "http.server.active.connections",
            "jvm.memory.used",
            "jvm.memory.max",
            "jvm.memory.usage.after.gc",
            "jvm.gc.pause",
            "process.cpu.usage",
            "process.uptime",
            "system.cpu.count");

    private static final double NANOS_PER_SECOND = 1e9;

    private final Instance<Publisher> publisher;
    private final MeterRegistry registry;
    private final String service;
    private final String instance;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("platen-vitals").daemon().factory());

    Vitals(
            Instance<Publisher> publisher,
            MeterRegistry registry,
            KafkaConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.publisher = publisher;
        this.registry = registry;
        this.service = service;
        this.instance = config.member()
                .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
                .orElseGet(() -> service + "-" + ProcessHandle.current().pid());
    }

    void start(@Observes StartupEvent started) {
        var _ = timer.scheduleAtFixedRate(this::tell, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The publisher is opened here where nobody else needs it, so that no service waits for it to start. */
    private void tell() {
        try {
            var _ = publisher.get().announce(new InstanceReport(service, instance, figures(registry)));
        } catch (RuntimeException brokersAway) {
            LOG.debugf(brokersAway, "the gateways are not told how this instance performs");
        }
    }

    /** Every figure that is wanted and not zero, by name and tags. */
    static Map<String, Double> figures(MeterRegistry registry) {
        Map<String, Double> figures = new TreeMap<>();
        for (Meter meter : registry.getMeters()) {
            String name = meter.getId().getName();
            if (WANTED.stream().anyMatch(name::startsWith)) {
                for (Measurement measured : meter.measure()) {
                    put(figures, name(meter, suffix(measured.getStatistic(), meter), ""), measured.getValue());
                }
                if (meter instanceof Timer timed) {
                    buckets(figures, timed);
                }
            }
        }
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey().length() <= InstanceReport.MAX_FIGURE_NAME)
                .limit(InstanceReport.MAX_FIGURES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The counts of a histogram, each where it differs from the one before: the others can be told from these. */
    private static void buckets(Map<String, Double> figures, Timer timer) {
        double before = 0;
        for (CountAtBucket bucket : timer.takeSnapshot().histogramCounts()) {
            if (bucket.count() != before) {
                before = bucket.count();
                put(figures, name(timer, ".within", "le=" + bucket.bucket() / NANOS_PER_SECOND), before);
            }
        }
    }

    private static void put(Map<String, Double> figures, String name, double value) {
        if (Double.isFinite(value) && value != 0) {
            figures.put(name, value);
        }
    }

    private static String suffix(Statistic statistic, Meter meter) {
        return meter instanceof Timer ? "." + statistic.name().toLowerCase(Locale.ROOT) : "";
    }

    private static String name(Meter meter, String suffix, String more) {
        String tags = meter.getId().getTags().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(","));
        String all = tags.isEmpty() || more.isEmpty() ? tags + more : tags + "," + more;
        return meter.getId().getName() + suffix + "{" + all + "}";
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
