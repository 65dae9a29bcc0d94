package dev.platen.gateway.performance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** {@code GET /v1/performance} and below, and {@code POST /v1/performance/recordings}. */
@Singleton
public class PerformanceHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFAULT_SECONDS = "10";
    private static final int MAX_SECONDS = 60;

    private final Fleet fleet;
    private final GatewayMetrics metrics;
    private final Recordings recordings = new Recordings();

    PerformanceHandler(Fleet fleet, GatewayMetrics metrics) {
        this.fleet = fleet;
        this.metrics = metrics;
    }

    /** Everything. */
    public void all(RoutingContext context) {
        answer(context, "performance", performance -> performance);
    }

    /** One part of it, by the last word of its address. */
    public Handler<RoutingContext> part(String name) {
        Function<Performance, ?> part =
                switch (name) {
                    case "memory" -> Performance::memory;
                    case "caches" -> Performance::caches;
                    case "pools" -> Performance::pools;
                    case "decisions" -> Performance::decisions;
                    case "bottlenecks" -> Bottlenecks::of;
                    case "recommendations" -> Recommendations::of;
                    default -> throw new IllegalArgumentException("performance has no part '%s'".formatted(name));
                };
        return context -> answer(context, name, part);
    }

    private void answer(RoutingContext context, String name, Function<Performance, ?> part) {
        Object found = part.apply(fleet.performance());
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(json(found instanceof Performance ? found : Map.of(name, found)));
    }

    private static Buffer json(Object found) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(found));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records of texts and numbers can be written", impossible);
        }
    }

    /** A recording of this gateway over {@code ?seconds=}. */
    public void record(RoutingContext context) {
        String asked = Requests.query(context, "seconds", DEFAULT_SECONDS);
        if (!asked.matches("[1-9][0-9]?") || Integer.parseInt(asked) > MAX_SECONDS) {
            throw new IllegalArgumentException("a recording takes 1 to %d seconds".formatted(MAX_SECONDS));
        }
        Duration duration = Duration.ofSeconds(Integer.parseInt(asked));
        if (!recordings.record(context, Requests.loop(), duration)) {
            Problems.answer(
                    context, metrics, ProblemCode.OVERLOADED, "This gateway is recording already. Try again later.");
        }
    }
}
