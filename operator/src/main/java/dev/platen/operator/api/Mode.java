package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the operator may go. */
public enum Mode {
    /** Decides and acts. */
    @JsonProperty("Auto")
    AUTO,
    /** Decides and says so in the status, touches nothing. */
    @JsonProperty("Recommend")
    RECOMMEND,
    /** Leaves everything as it is. */
    @JsonProperty("Paused")
    PAUSED
}
