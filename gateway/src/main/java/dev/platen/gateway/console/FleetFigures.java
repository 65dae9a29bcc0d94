package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The figures of {@code /v1/performance} as people read them. */
final class FleetFigures {
    static final double MEGABYTE = 1_048_576;
    static final double PERCENT = 100;

    private FleetFigures() {}

    static ObjectNode of(JsonNode report) {
        ObjectNode data = Json.object();
        data.set("stats", stats(report.path("requests")));
        data.set("instances", rows(report.path("instances"), (row, found) -> instance(row, found, report)));
        data.set("pools", rows(report.path("pools"), FleetFigures::pool));
        data.set("caches", rows(report.path("caches"), FleetFigures::cache));
        data.set("decisions", rows(report.path("decisions"), FleetFigures::decision));
        data.set("bottlenecks", rows(report.path("bottlenecks"), FleetFigures::bottleneck));
        data.set("recommendations", rows(report.path("recommendations"), FleetFigures::recommendation));
        return data;
    }

    /** A row for each that the list has, filled from it. */
    private static ArrayNode rows(JsonNode list, BiConsumer<ObjectNode, JsonNode> filler) {
        ArrayNode rows = Json.array();
        list.forEach(found -> filler.accept(rows.addObject(), found));
        return rows;
    }

    private static ArrayNode stats(JsonNode requests) {
        ArrayNode stats = Json.array();
        stat(stats, "Requests", number(requests, "perSecond") + " / s");
        stat(stats, "Pages", number(requests, "pagesPerSecond") + " / s");
        stat(stats, "From a cache", percent(requests, "hitRatio"));
        stat(stats, "Median", millis(requests.path("pages"), "p50Millis"));
        stat(stats, "99 of 100 within", millis(requests.path("pages"), "p99Millis"));
        stat(stats, "Errors", percent(requests, "errorRatio"));
        stat(stats, "Refused", number(requests, "refusedPerSecond") + " / s");
        stat(
                stats,
                "At the workers",
                "%s of %s".formatted(whole(requests, "inFlight"), whole(requests, "inFlightLimit")));
        return stats;
    }

    private static void stat(ArrayNode stats, String label, String value) {
        stats.addObject().put("label", label).put("value", value);
    }

    private static void instance(ObjectNode row, JsonNode instance, JsonNode report) {
        row.put("service", instance.path("service").asText())
                .put("instance", instance.path("instance").asText())
                .put("processor", percent(instance, "processorShare"));
        for (JsonNode memory : report.path("memory")) {
            if (memory.path("instance").equals(instance.path("instance"))) {
                row.put("heap", "%s of %s".formatted(megabytes(memory, "usedBytes"), megabytes(memory, "maxBytes")))
                        .put("kept", percent(memory, "afterCollection"))
                        .put("isLeaking", memory.path("looksLikeLeak").asBoolean());
            }
        }
    }

    private static void pool(ObjectNode row, JsonNode pool) {
        row.put("tier", pool.path("tier").asText())
                .put("instances", whole(pool, "instances"))
                .put("threads", whole(pool, "threads"))
                .put("busy", percent(pool, "busyShare"))
                .put("records", number(pool, "recordsPerSecond") + " / s")
                .put("taken", "%s of %s".formatted(whole(pool, "inFlight"), whole(pool, "inFlightLimit")))
                .put("pauses", number(pool, "pausesPerSecond") + " / s")
                .put("late", number(pool, "latePerSecond") + " / s")
                .put("deadLetters", number(pool, "deadLettersPerSecond") + " / s");
    }

    private static void cache(ObjectNode row, JsonNode cache) {
        row.put("level", cache.path("level").asText())
                .put("cache", cache.path("cache").asText())
                .put("hits", number(cache, "hitsPerSecond") + " / s")
                .put("misses", number(cache, "missesPerSecond") + " / s")
                .put("failures", number(cache, "failuresPerSecond") + " / s")
                .put("ratio", percent(cache, "hitRatio"))
                .put("evictions", number(cache, "evictionsPerSecond") + " / s");
    }

    private static void decision(ObjectNode row, JsonNode told) {
        int from = told.path("from").asInt();
        int to = told.path("to").asInt();
        row.put("at", told.path("at").asText().replaceFirst("\\.[0-9]+Z$", "Z"))
                .put("pool", told.path("pool").asText())
                .put("replicas", from == to ? Integer.toString(to) : "%d → %d".formatted(from, to))
                .put("isRecommended", !told.path("isActedUpon").asBoolean())
                .put("term", told.path("term").asText())
                .put("explanation", told.path("explanation").asText())
                .put("oneFewer", told.path("oneFewer").asText());
    }

    private static void bottleneck(ObjectNode row, JsonNode found) {
        row.put("kind", found.path("kind").asText())
                .put("where", found.path("where").asText())
                .put("evidence", found.path("evidence").asText());
    }

    private static void recommendation(ObjectNode row, JsonNode given) {
        row.put("priority", given.path("priority").asText().toLowerCase(Locale.ROOT))
                .put("subject", given.path("subject").asText())
                .put("advice", given.path("advice").asText())
                .put("evidence", given.path("evidence").asText());
    }

    private static String number(JsonNode from, String name) {
        return String.format(Locale.ROOT, "%.1f", from.path(name).asDouble());
    }

    private static String whole(JsonNode from, String name) {
        return String.format(Locale.ROOT, "%.0f", from.path(name).asDouble());
    }

    private static String percent(JsonNode from, String name) {
        return String.format(Locale.ROOT, "%.1f %%", from.path(name).asDouble() * PERCENT);
    }

    private static String megabytes(JsonNode from, String name) {
        return String.format(Locale.ROOT, "%.0f MiB", from.path(name).asDouble() / MEGABYTE);
    }

    private static String millis(JsonNode from, String name) {
        return from.path(name).isNumber()
                ? String.format(Locale.ROOT, "%.1f ms", from.path(name).asDouble())
                : "–";
    }
}
