package dev.platen.helm.dashboard;

import java.util.List;

/**
 * What an expression reads from Prometheus.
 *
 * @param metric name of the metric; empty where only labels select
 * @param matchers conditions on labels without spaces, such as {@code job=~"$job"}
 * @param range how far it looks back, such as {@code $__rate_interval}; empty for the newest value
 * @param function the function or aggregation around it; empty without one
 */
public record Selector(String metric, List<String> matchers, String range, String function) {
    /** Copies the matchers. */
    public Selector {
        matchers = List.copyOf(matchers);
    }
}
