package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.gateway.performance.FleetReport;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;

/** The figures of the last minutes that the charts show, sampled as often as the instances report. Thread-safe. */
@Singleton
class FleetHistory {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int KEPT = 60;
    private static final double MEGABYTE = 1_048_576;
    private static final double PERCENT = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final FleetReport fleet;
    private final InstantSource clock = InstantSource.system();
    private final Deque<ObjectNode> points = new ArrayDeque<>();

    FleetHistory(FleetReport fleet) {
        this.fleet = fleet;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(INTERVAL.toMillis(), _ -> sample());
    }

    private void sample() {
        add(point(fleet.now(), LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private synchronized void add(ObjectNode point) {
        if (points.size() == KEPT) {
            points.removeFirst();
        }
        points.addLast(point);
    }

    static ObjectNode point(JsonNode report, LocalTime time) {
        JsonNode requests = report.path("requests");
        ObjectNode point = Json.object()
                .put("time", time.format(TIME))
                .put("requests", requests.path("perSecond").asDouble())
                .put("errors", requests.path("errorsPerSecond").asDouble())
                .put("pages", requests.path("pagesPerSecond").asDouble())
                .put("hits", requests.path("hitRatio").asDouble() * PERCENT)
                .put("inFlight", requests.path("inFlight").asDouble());
        put(point, "median", requests.path("pages").path("p50Millis"));
        put(point, "slowest", requests.path("pages").path("p99Millis"));
        for (JsonNode pool : report.path("pools")) {
            point.put(pool.path("tier").asText(), pool.path("busyShare").asDouble() * PERCENT);
        }
        double heap = 0;
        for (JsonNode memory : report.path("memory")) {
            heap += memory.path("usedBytes").asDouble();
        }
        return point.put("heap", heap / MEGABYTE);
    }

    private static void put(ObjectNode point, String name, JsonNode value) {
        if (value.isNumber()) {
            point.put(name, value.asDouble());
        }
    }

    /** The points, the oldest first. */
    synchronized ArrayNode points() {
        ArrayNode all = Json.object().putArray("points");
        points.forEach(all::add);
        return all;
    }
}
