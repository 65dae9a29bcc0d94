package dev.platen.operator.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a pool is for: presets of its objective and behavior, for the fields that are not written. */
public enum Profile {
    /** Pages that people wait for: p99 of 100 ms, a backlog is gone in 30 s, at most 80 % busy. */
    @JsonProperty("Web")
    WEB,
    /** Calls of programs, many of them for one page: p99 of 50 ms, a backlog is gone in 10 s, at most 70 % busy. */
    @JsonProperty("Api")
    API,
    /** Work that nobody waits for: p95 of 5 s, a backlog is gone in 10 min, at most 90 % busy, few changes. */
    @JsonProperty("Background")
    BACKGROUND;

    Objective objective() {
        return switch (this) {
            case WEB -> new Objective(99, 100, 30, 80);
            case API -> new Objective(99, 50, 10, 70);
            case BACKGROUND -> new Objective(95, 5000, 600, 90);
        };
    }

    Behavior behavior() {
        return switch (this) {
            case WEB, API -> new Behavior(new Behavior.ScaleDown(300, 60));
            case BACKGROUND -> new Behavior(new Behavior.ScaleDown(600, 30));
        };
    }
}
