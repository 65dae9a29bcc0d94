package dev.platen.contract.topic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The topics of the system, with the settings that the flow relies on. */
public enum Topic {
    /** Sources and heads: the truth. Compacted and never expired; the services refuse to start on anything else. */
    SCHEMAS("platen.schemas", 8, Retention.FOR_EVER),
    /** Documents to compile. */
    COMPILE("platen.compile", 8, Retention.MINUTES),
    /** Pages to render, for somebody who waits. */
    RENDER("platen.render", 24, Retention.MINUTES),
    /** Pages to render, for nobody in particular; yields to {@link #RENDER}. */
    RENDER_BATCH("platen.render.batch", 24, Retention.MINUTES),
    /** Answers; each gateway assigns itself one partition. */
    REPLIES("platen.replies", 16, Retention.MINUTES),
    /** Heads that moved. */
    INVALIDATIONS("platen.invalidations", 1, Retention.MINUTES),
    /** What every instance has counted, every few seconds, and what the operator decided. */
    VITALS("platen.vitals", 1, Retention.MINUTES),
    /** Pool sizes per tier, set by the operator. */
    SETTINGS("platen.settings", 1, Retention.NEWEST_OF_KEY),
    /** Accepted submissions; belongs to the user. */
    FORMS("platen.forms", 8, Retention.WEEKS),
    /** Records that could not be read or that broke a worker, with the reason. */
    DEAD_LETTERS("platen.dead-letters", 1, Retention.WEEKS);

    /** A record carries at most the data of one render, 4 MiB, and its attributes. */
    public static final int MAX_RECORD_BYTES = 6 * 1024 * 1024;

    private final String topicName;
    private final int partitions;
    private final Retention retention;

    Topic(String topicName, int partitions, Retention retention) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.retention = retention;
    }

    /** The name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** Partitions that a new topic gets. */
    public int partitions() {
        return partitions;
    }

    /** Topic configuration that a new topic gets: {@link #guarantees()}, and room for the largest record. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(guarantees());
        settings.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
        return settings;
    }

    /** The part of the configuration that decides what may be dropped, and when. */
    public Map<String, String> guarantees() {
        return switch (retention) {
            case FOR_EVER -> Map.of("cleanup.policy", "compact", "retention.ms", "-1", "retention.bytes", "-1");
            case NEWEST_OF_KEY -> Map.of("cleanup.policy", "compact");
            case MINUTES -> expiring(Duration.ofMinutes(10));
            case WEEKS -> expiring(Duration.ofDays(30));
        };
    }

    private static Map<String, String> expiring(Duration retention) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis()));
    }

    private enum Retention {
        /** Compaction keeps the newest record of every key whatever its age; neither time nor size expires it. */
        FOR_EVER,
        NEWEST_OF_KEY,
        MINUTES,
        WEEKS
    }
}
