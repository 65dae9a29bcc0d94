package dev.platen.gateway.performance;

import dev.platen.contract.flow.Notice.InstanceReport;
import dev.platen.contract.flow.Notice.PoolDecision;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.CloudEvents.Decoded;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Every instance that reported lately, with what it reported of the last minute, and what the operator decided. Thread-safe. */
@Singleton
public class Fleet {
    private static final long HALF_WINDOW_NANOS = Duration.ofSeconds(30).toNanos();
    private static final Duration GONE = Duration.ofSeconds(20);
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
    /** Some thousand instances of ours; whatever is reported, this is the end of it. */
    private static final long MAX_KEPT = 400_000;

    private static final String UPTIME = "process.uptime";
    private static final String AFTER_COLLECTION = "jvm.memory.usage.after.gc";

    private record Report(long atNanos, int size, Figures figures) {}

    private final Map<String, Instance> instances = new ConcurrentHashMap<>();
    private final Decisions decisions = new Decisions();
    private final LongSupplier nanos;

    Fleet() {
        this(System::nanoTime);
    }

    Fleet(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Incoming("instance-reports")
    void reported(ConsumerRecord<byte[], byte[]> sent) {
        switch (CloudEvents.decode(sent.headers(), sent.value())) {
            case Decoded.Read(InstanceReport report) -> take(report);
            case Decoded.Read(PoolDecision decision) -> decisions.take(decision);
            case Decoded.Read _, Decoded.Unreadable _ -> {}
        }
    }

    /** Keeps a report; those of an instance too many are dropped. */
    void take(InstanceReport report) {
        long now = nanos.getAsLong();
        instances.values().removeIf(instance -> instance.isGone(now));
        long kept = instances.values().stream().mapToLong(Instance::kept).sum();
        if (kept + report.figures().size() <= MAX_KEPT || instances.containsKey(report.instance())) {
            Report taken = new Report(now, report.figures().size(), Figures.of(report.figures()));
            instances
                    .computeIfAbsent(report.instance(), name -> new Instance(report.service(), name, taken))
                    .take(taken);
        }
    }

    /** How all instances performed in the last minute, as they say. */
    Performance performance() {
        return Performance.of(readings(), decisions.latest());
    }

    /** What those who reported twice said in the last minute, by their names. */
    List<Reading> readings() {
        long now = nanos.getAsLong();
        return instances.values().stream()
                .filter(instance -> !instance.isGone(now))
                .map(Instance::reading)
                .flatMap(Optional::stream)
                .sorted((one, other) -> one.instance().compareTo(other.instance()))
                .toList();
    }

    private static final class Instance {
        private final String service;
        private final String name;
        private Report first;
        private Report middle;
        private Report last;
        private MemoryTrend trend = MemoryTrend.NONE;
        private long trendNanos;

        Instance(String service, String name, Report report) {
            this.service = service;
            this.name = name;
            first = report;
            middle = report;
            last = report;
        }

        synchronized void take(Report report) {
            last = report;
            if (report.atNanos() - middle.atNanos() >= HALF_WINDOW_NANOS) {
                first = middle;
                middle = report;
            }
            if (trend.shares().isEmpty() || report.atNanos() - trendNanos >= MINUTE_NANOS) {
                trend = trend.with(report.figures().sum(AFTER_COLLECTION));
                trendNanos = report.atNanos();
            }
        }

        synchronized long kept() {
            return (long) first.size() + middle.size() + last.size();
        }

        synchronized boolean isGone(long now) {
            return now - last.atNanos() > GONE.toNanos();
        }

        synchronized Optional<Reading> reading() {
            if (last.atNanos() == first.atNanos()) {
                return Optional.empty();
            }
            boolean hasRestarted = last.figures().sum(UPTIME) < first.figures().sum(UPTIME);
            double seconds = (last.atNanos() - first.atNanos()) / 1e9;
            Figures before = hasRestarted ? Figures.NONE : first.figures();
            return Optional.of(new Reading(service, name, seconds, before, last.figures(), trend));
        }
    }
}
