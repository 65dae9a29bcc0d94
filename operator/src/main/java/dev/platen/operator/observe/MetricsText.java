package dev.platen.operator.observe;

import dev.platen.contract.flow.WorkerTier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads the few lines of interest from Prometheus' text format 0.0.4 (see its
 * <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">description</a>); everything else is skipped.
 */
final class MetricsText {
    private static final String THREADS = "platen_worker_threads";
    private static final String IN_FLIGHT_LIMIT = "platen_worker_in_flight_limit";
    private static final String PROCESSORS = "system_cpu_count";
    private static final int LARGEST_SIZE = 10_000;

    /** The names of all that is read. */
    static final List<String> NAMES =
            List.of(WorkerTier.BUSY_SECONDS, WorkerTier.RECORDS, THREADS, IN_FLIGHT_LIMIT, PROCESSORS);

    private final Map<String, Double> values = new HashMap<>();

    private MetricsText() {}

    /** Reads what a worker of a tier says. */
    static WorkerReading read(String text, WorkerTier tier) {
        MetricsText metrics = new MetricsText();
        String label = "%s=\"%s\"".formatted(WorkerTier.TIER_TAG, tier.label());
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> metrics.take(line, label));
        return metrics.reading(tier);
    }

    private void take(String line, String label) {
        int open = line.indexOf('{');
        int close = line.lastIndexOf('}');
        int nameEnd = open < 0 ? line.indexOf(' ') : open;
        if (nameEnd <= 0 || close < open) {
            return;
        }
        String name = line.substring(0, nameEnd);
        boolean ofTier = open >= 0 && line.substring(open, close).contains(label);
        if (isWanted(name, ofTier)) {
            number(line.substring(Math.max(nameEnd, close + 1)).strip())
                    .ifPresent(value -> values.merge(name, value, Double::sum));
        }
    }

    private static boolean isWanted(String name, boolean ofTier) {
        return switch (name) {
            case WorkerTier.BUSY_SECONDS, WorkerTier.RECORDS, THREADS, IN_FLIGHT_LIMIT -> ofTier;
            case PROCESSORS -> true;
            default -> false;
        };
    }

    /** The value of a sample; a timestamp may follow it. */
    static OptionalDouble number(String sample) {
        int end = sample.indexOf(' ');
        try {
            double value = Double.parseDouble(end < 0 ? sample : sample.substring(0, end));
            return value >= 0 && value < Double.POSITIVE_INFINITY ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    private WorkerReading reading(WorkerTier tier) {
        Double busySeconds = values.get(WorkerTier.BUSY_SECONDS);
        Double records = values.get(WorkerTier.RECORDS);
        if (busySeconds == null || records == null) {
            return new WorkerReading.Silent("it shows no %s and %s of tier %s"
                    .formatted(WorkerTier.BUSY_SECONDS, WorkerTier.RECORDS, tier.label()));
        }
        int threads = size(THREADS, 1);
        return new WorkerReading.Counters(
                busySeconds, records, threads, size(PROCESSORS, threads), size(IN_FLIGHT_LIMIT, threads));
    }

    private int size(String name, int fallback) {
        Double value = values.get(name);
        return value == null ? fallback : Math.clamp(Math.round(value), 1, LARGEST_SIZE);
    }
}
