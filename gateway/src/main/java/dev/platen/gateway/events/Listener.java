package dev.platen.gateway.events;

import dev.platen.gateway.identity.Caller;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;

/** One client who listens. Everything but {@link #offer} happens on the client's event loop. */
final class Listener {
    static final int BATCH = 50;
    static final long BATCH_MILLIS = 50;

    /** A client that is so far behind does not keep up and will not. */
    private static final int MAX_BEHIND = 1_000;

    /** Says that the connection is alive, to both ends and to what is between them. */
    private static final String COMMENT = ": alive\n\n";

    private static final long COMMENT_MILLIS = 15_000;

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Caller caller;
    private final Consumer<Listener> gone;
    private final Context loop =
            Objects.requireNonNull(Vertx.currentContext(), "requests are handled on an event loop");
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean isTimed;

    Listener(RoutingContext context, Caller caller, Consumer<Listener> gone) {
        this.vertx = context.vertx();
        this.response = context.response();
        this.caller = caller;
        this.gone = gone;
    }

    Caller caller() {
        return caller;
    }

    void start() {
        long alive = vertx.setPeriodic(COMMENT_MILLIS, _ -> offer(COMMENT));
        response.closeHandler(_ -> {
            vertx.cancelTimer(alive);
            gone.accept(this);
        });
        response.write(COMMENT);
    }

    /** Takes an event; on any thread. */
    void offer(String event) {
        loop.runOnContext(_ -> {
            waiting.add(event);
            if (waiting.size() > MAX_BEHIND) {
                response.reset();
                gone.accept(this);
                return;
            }
            if (waiting.size() >= BATCH) {
                flush();
            } else if (!isTimed) {
                isTimed = true;
                vertx.setTimer(BATCH_MILLIS, _ -> {
                    isTimed = false;
                    flush();
                });
            }
        });
    }

    private void flush() {
        if (waiting.isEmpty() || response.closed()) {
            return;
        }
        if (response.writeQueueFull()) {
            response.drainHandler(_ -> flush());
            return;
        }
        response.write(String.join("", waiting));
        waiting.clear();
    }
}
