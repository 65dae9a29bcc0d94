package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The figures of {@code /v1/performance} as people read them. */
final class FleetFigures {
    private static final double MEGABYTE = 1_048_576;
    private static final double PERCENT = 100;

    private FleetFigures() {}

    static ObjectNode of(JsonNode report) {
        ObjectNode data = Json.object();
        data.set("stats", stats(report.path("requests")));
        data.set("instances", instances(report));
        data.set("pools", pools(report.path("pools")));
        data.set("caches", caches(report.path("caches")));
        data.set("bottlenecks", bottlenecks(report.path("bottlenecks")));
        data.set("recommendations", recommendations(report.path("recommendations")));
        return data;
    }

    private static ArrayNode stats(JsonNode requests) {
        ArrayNode stats = Json.object().putArray("stats");
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

    private static ArrayNode instances(JsonNode report) {
        ArrayNode rows = Json.object().putArray("instances");
        for (JsonNode instance : report.path("instances")) {
            ObjectNode row = rows.addObject()
                    .put("service", instance.path("service").asText())
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
        return rows;
    }

    private static ArrayNode pools(JsonNode pools) {
        ArrayNode rows = Json.object().putArray("pools");
        for (JsonNode pool : pools) {
            JsonNode _ = rows.addObject()
                    .put("tier", pool.path("tier").asText())
                    .put("instances", whole(pool, "instances"))
                    .put("threads", whole(pool, "threads"))
                    .put("busy", percent(pool, "busyShare"))
                    .put("records", number(pool, "recordsPerSecond") + " / s")
                    .put("taken", "%s of %s".formatted(whole(pool, "inFlight"), whole(pool, "inFlightLimit")))
                    .put("pauses", number(pool, "pausesPerSecond") + " / s")
                    .put("late", number(pool, "latePerSecond") + " / s")
                    .put("deadLetters", number(pool, "deadLettersPerSecond") + " / s");
        }
        return rows;
    }

    private static ArrayNode caches(JsonNode caches) {
        ArrayNode rows = Json.object().putArray("caches");
        for (JsonNode cache : caches) {
            JsonNode _ = rows.addObject()
                    .put("level", cache.path("level").asText())
                    .put("cache", cache.path("cache").asText())
                    .put("hits", number(cache, "hitsPerSecond") + " / s")
                    .put("misses", number(cache, "missesPerSecond") + " / s")
                    .put("failures", number(cache, "failuresPerSecond") + " / s")
                    .put("ratio", percent(cache, "hitRatio"))
                    .put("evictions", number(cache, "evictionsPerSecond") + " / s");
        }
        return rows;
    }

    private static ArrayNode bottlenecks(JsonNode bottlenecks) {
        ArrayNode rows = Json.object().putArray("bottlenecks");
        for (JsonNode found : bottlenecks) {
            JsonNode _ = rows.addObject()
                    .put("kind", found.path("kind").asText())
                    .put("where", found.path("where").asText())
                    .put("evidence", found.path("evidence").asText());
        }
        return rows;
    }

    private static ArrayNode recommendations(JsonNode recommendations) {
        ArrayNode rows = Json.object().putArray("recommendations");
        for (JsonNode given : recommendations) {
            JsonNode _ = rows.addObject()
                    .put("priority", given.path("priority").asText().toLowerCase(Locale.ROOT))
                    .put("subject", given.path("subject").asText())
                    .put("advice", given.path("advice").asText())
                    .put("evidence", given.path("evidence").asText());
        }
        return rows;
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
