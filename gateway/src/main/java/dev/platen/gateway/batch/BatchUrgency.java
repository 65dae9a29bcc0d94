package dev.platen.gateway.batch;

import dev.platen.gateway.workers.Lane;
import dev.platen.gateway.workers.Urgency;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How soon the pages of a batch are wanted: {@code ?priority=interactive} for as soon as any other, {@code ?deadline=PT60S}
 * for the time after which nobody waits for what is not done.
 *
 * @param lane which workers take them
 * @param all until when all of them are wanted; empty where each has its own time
 */
record BatchUrgency(Lane lane, Optional<Urgency> all) {
    private static final Duration OF_ONE = Duration.ofMinutes(5);
    private static final Duration MAX = Duration.ofHours(1);

    /** What the query says. */
    static BatchUrgency of(RoutingContext context) {
        Lane lane =
                switch (first(context, "priority").orElse("batch")) {
                    case "batch" -> Lane.BATCH;
                    case "interactive" -> Lane.INTERACTIVE;
                    case String other ->
                        throw new IllegalArgumentException(
                                "priority must be batch or interactive, found '%s'".formatted(other));
                };
        return new BatchUrgency(lane, first(context, "deadline").map(text -> Urgency.within(lane, duration(text))));
    }

    /** The urgency of a page that is begun now. */
    Urgency ofNext() {
        return all.orElseGet(() -> Urgency.within(lane, OF_ONE));
    }

    private static Optional<String> first(RoutingContext context, String name) {
        List<String> values = context.queryParam(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive() && duration.compareTo(MAX) <= 0) {
                return duration;
            }
        } catch (DateTimeException notADuration) {
            throw new IllegalArgumentException(
                    "deadline must be a duration such as PT60S, found '%s'".formatted(text), notADuration);
        }
        throw new IllegalArgumentException("deadline must be positive and at most %s, found '%s'".formatted(MAX, text));
    }
}
