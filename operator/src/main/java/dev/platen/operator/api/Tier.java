package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.platen.contract.flow.WorkerTier;

/** The tier of workers that a pool holds, as it is written in the resource. */
public enum Tier {
    /** Workers that render pages. */
    @JsonProperty("render")
    RENDER(WorkerTier.RENDER),
    /** Workers that compile documents. */
    @JsonProperty("compile")
    COMPILE(WorkerTier.COMPILE);

    private final WorkerTier workers;

    Tier(WorkerTier workers) {
        this.workers = workers;
    }

    /** The tier as the rest of the system knows it. */
    public WorkerTier workers() {
        return workers;
    }
}
