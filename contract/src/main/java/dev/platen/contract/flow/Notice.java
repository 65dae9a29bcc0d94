package dev.platen.contract.flow;

import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import java.time.Instant;
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
     * What the operator decided for a pool of workers, and why.
     *
     * @param pool which one, as namespace and name, such as {@code platen/render}
     * @param tier {@code render} or {@code compile}
     * @param at when
     * @param isActedUpon whether the operator does so itself; it only recommends otherwise
     * @param from replicas before, at least 0
     * @param to replicas wanted, at least 0; equal to {@code from} where nothing changes
     * @param term the rule that decided, such as {@code Latency}
     * @param explanation the reason in a sentence
     * @param oneFewer what one replica fewer would have given, in a sentence; empty where that is not known
     */
    record PoolDecision(
            String pool,
            String tier,
            Instant at,
            boolean isActedUpon,
            int from,
            int to,
            String term,
            String explanation,
            String oneFewer)
            implements Notice {
        private static final int MAX_NAME = 400;
        private static final int MAX_SENTENCE = 1_000;

        /** Refuses more than anybody could read. */
        public PoolDecision {
            int name = Math.max(pool.length(), Math.max(tier.length(), term.length()));
            int sentence = Math.max(explanation.length(), oneFewer.length());
            if (name > MAX_NAME || sentence > MAX_SENTENCE || from < 0 || to < 0) {
                throw new IllegalArgumentException(
                        "a decision has names of at most %s characters, sentences of %s, and no fewer than 0 replicas, found %s, %s and %s to %s"
                                .formatted(MAX_NAME, MAX_SENTENCE, name, sentence, from, to));
            }
        }

        /** As much of a sentence as a decision may have. */
        public static String sentence(String text) {
            return text.length() <= MAX_SENTENCE ? text : text.substring(0, MAX_SENTENCE - 1) + "…";
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
