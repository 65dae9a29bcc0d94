package dev.platen.contract.flow;

import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import java.util.Map;

/** Something that every instance wants to know. */
public sealed interface Notice extends Message {
    /**
     * A schema has a new head; whatever was remembered of the old one may be forgotten.
     *
     * @param head the new head
     */
    record SchemaChanged(TenantId tenant, SchemaHead head) implements Notice {}

    /** The name of a schema stands for nothing any more. */
    record SchemaRemoved(TenantId tenant, SchemaName name) implements Notice {}

    /**
     * The pages of a schema were purged; those that are remembered are to be forgotten.
     *
     * @param name of the schema
     */
    record PagesPurged(TenantId tenant, SchemaName name) implements Notice {}

    /**
     * What an instance has counted since it started.
     *
     * @param service what the instance is, such as {@code gateway}
     * @param instance which one; at most {@value #MAX_NAME} characters
     * @param figures counts and levels by name and tags, in the form {@code platen.worker.records{tier=render}}; at most
     *     {@value #MAX_FIGURES}
     */
    record InstanceReport(String service, String instance, Map<String, Double> figures) implements Notice {
        private static final int MAX_NAME = 200;

        /** Most figures of one report. */
        public static final int MAX_FIGURES = 2_000;

        /** Most characters of a figure's name, with its tags. */
        public static final int MAX_FIGURE_NAME = 300;

        /** Refuses more than anybody could keep of every instance. */
        public InstanceReport {
            figures = Map.copyOf(figures);
            if (service.length() > MAX_NAME || instance.length() > MAX_NAME || figures.size() > MAX_FIGURES) {
                throw new IllegalArgumentException(
                        "an instance has a name of at most %s characters and %s figures, found %s and %s"
                                .formatted(
                                        MAX_NAME,
                                        MAX_FIGURES,
                                        Math.max(service.length(), instance.length()),
                                        figures.size()));
            }
            figures.forEach((name, value) -> {
                if (name.length() > MAX_FIGURE_NAME || !Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "a figure is a number with a name of at most %s characters, found %s with %s"
                                    .formatted(MAX_FIGURE_NAME, value, name.length()));
                }
            });
        }
    }

    /**
     * The operator's latest word on the pools of one tier of workers.
     *
     * @param tier {@code render} or {@code compile}
     * @param workers threads that work at the same time, at least 1
     * @param inFlight records taken from Kafka and not yet answered, at least {@code workers}
     */
    record PoolSettings(String tier, int workers, int inFlight) implements Notice {
        /** Refuses a pool that could not work. */
        public PoolSettings {
            if (workers < 1 || inFlight < workers) {
                throw new IllegalArgumentException(
                        "a pool needs at least 1 worker and as many records in flight, found workers=%s, inFlight=%s"
                                .formatted(workers, inFlight));
            }
        }
    }
}
