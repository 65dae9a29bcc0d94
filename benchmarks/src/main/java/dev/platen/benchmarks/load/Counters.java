package dev.platen.benchmarks.load;

import dev.platen.testkit.Client;

/** What a process has counted so far, as it tells everybody under {@code /q/metrics}. */
record Counters(String text) {
    /** Pages that the workers made for this gateway. */
    static final String FROM_WORKERS = "platen_gateway_pages_seconds_count{source=\"workers\"";

    /** Pages from the memory of this gateway. */
    static final String FROM_MEMORY = "platen_gateway_pages_seconds_count{source=\"l1\"";

    /** Pages from the cluster's cache. */
    static final String FROM_CACHE = "platen_gateway_pages_seconds_count{source=\"l2\"";

    /** Pages that were rendered; a request that finds no plan is sent over the compiler and counts once. */
    static final String RENDERED = "platen_renderer_pages_total";

    static Counters of(int port) {
        try (Client client = new Client(port)) {
            return new Counters(Client.text(client.get("/q/metrics")));
        }
    }

    /** The sum of all counters whose line begins like this; 0 where there is none. */
    double sum(String beginning) {
        return text.lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** How much a counter has grown since. */
    double since(Counters before, String beginning) {
        return sum(beginning) - before.sum(beginning);
    }
}
