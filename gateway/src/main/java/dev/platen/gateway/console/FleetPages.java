package dev.platen.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.performance.FleetReport;
import dev.platen.transport.DeadLetter;
import dev.platen.transport.DeadLetters;
import dev.platen.transport.KafkaClients;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** {@code /console/fleet/}: how all instances are, and what no worker could make anything of. */
@Singleton
class FleetPages {
    /** Readers of the dead letters at one time: each has a Kafka client of its own. */
    private static final int READERS = 2;

    private static final int SHOWN = 50;

    private final ConsolePages console;
    private final FleetReport fleet;
    private final FleetHistory history;
    private final DeadLetters letters;
    private final GatewayMetrics metrics;
    private final AtomicInteger readers = new AtomicInteger();

    FleetPages(
            ConsolePages console,
            FleetReport fleet,
            FleetHistory history,
            KafkaClients clients,
            GatewayMetrics metrics) {
        this.console = console;
        this.fleet = fleet;
        this.history = history;
        this.letters = new DeadLetters(clients, InstantSource.system());
        this.metrics = metrics;
    }

    /** Shows the instances, their pools and caches, and what holds them back. */
    void show(RoutingContext context) {
        ObjectNode data = FleetFigures.of(fleet.now());
        data.set("history", history.points());
        console.answer(context, 200, ConsoleDocument.FLEET, data);
    }

    /** Shows the latest dead letters. */
    void letters(RoutingContext context) {
        aside(context, () -> latest(Notice.NONE));
    }

    /** Sends one of them, or all, to the workers again. */
    void replay(RoutingContext context) {
        String wanted = Fields.of(context).named("replay");
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("the form names no dead letter; press one of its buttons");
        }
        aside(context, () -> {
            int sent = letters.replay(letter -> wanted.equals("all") || wanted.equals(letter.source()), _ -> {});
            return latest(
                    sent == 0
                            ? Notice.error("There is no work among the dead letters with the id %s.".formatted(wanted))
                            : Notice.success("%d sent to the workers again.".formatted(sent)));
        });
    }

    /** Reading a topic takes its time, which the event loop has not. */
    private void aside(RoutingContext context, Supplier<ObjectNode> work) {
        Context loop = Requests.loop();
        if (readers.incrementAndGet() > READERS) {
            readers.decrementAndGet();
            Problems.answer(
                    context, metrics, ProblemCode.OVERLOADED, "Others read the dead letters. Try again in a second.");
            return;
        }
        Thread.ofVirtual().name("platen-dead-letters").start(() -> {
            try {
                ObjectNode data = work.get();
                loop.runOnContext(_ -> console.answer(context, 200, ConsoleDocument.DEAD_LETTERS, data));
            } catch (KafkaException away) {
                loop.runOnContext(_ -> Problems.answer(
                        context, metrics, ProblemCode.UNAVAILABLE, "The dead letters cannot be read now. Try again."));
            } finally {
                readers.decrementAndGet();
            }
        });
    }

    private ObjectNode latest(Notice notice) {
        AtomicLong found = new AtomicLong();
        Deque<DeadLetter> latest = new ArrayDeque<>();
        letters.each(letter -> {
            found.incrementAndGet();
            if (latest.size() == SHOWN) {
                latest.removeLast();
            }
            latest.addFirst(letter);
        });
        ObjectNode data = Json.object().put("found", found.get());
        data.set("notice", notice.toJson());
        ArrayNode rows = data.putArray("letters");
        for (DeadLetter letter : latest) {
            JsonNode _ = rows.addObject()
                    .put("id", letter.source())
                    .put("time", letter.time().toString())
                    .put("attempts", letter.attempts())
                    .put("bytes", letter.bytes())
                    .put("type", letter.type().replace("dev.platen.", ""))
                    .put("reason", letter.reason());
        }
        return data;
    }
}
