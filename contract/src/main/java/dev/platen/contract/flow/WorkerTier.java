package dev.platen.contract.flow;

import dev.platen.contract.topic.Topic;

/** A kind of worker; the operator scales {@link #COMPILE} and {@link #RENDER}. */
public enum WorkerTier {
    /** Takes {@link Topic#COMPILE}. */
    COMPILE("compile", Topic.COMPILE),
    /** Takes {@link Topic#RENDER}. */
    RENDER("render", Topic.RENDER),
    /** Takes {@link Topic#RENDER_BATCH}, with the threads of {@link #RENDER} and whenever those have nothing to do. */
    RENDER_BATCH("render-batch", Topic.RENDER_BATCH);

    /** Seconds that workers spent on records, as Prometheus prints it; tagged with {@link #TIER_TAG}. */
    public static final String BUSY_SECONDS = "platen_worker_busy_seconds_total";

    /** Records that workers finished, as Prometheus prints it; tagged with {@link #TIER_TAG}. */
    public static final String RECORDS = "platen_worker_records_total";

    /** The tag that names the tier. */
    public static final String TIER_TAG = "tier";

    private final String label;
    private final Topic topic;

    WorkerTier(String label, Topic topic) {
        this.label = label;
        this.topic = topic;
    }

    /** The tier as it is printed in tags, keys and resources. */
    public String label() {
        return label;
    }

    /** What the workers of this tier take. */
    public Topic topic() {
        return topic;
    }

    /** The consumer group of the tier. */
    public String group() {
        return "platen-" + label;
    }
}
