package dev.platen.gateway.events;

import dev.platen.contract.id.TenantId;
import dev.platen.gateway.identity.Authentication;
import dev.platen.gateway.identity.Role;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * {@code GET /v1/events}: everyone who listens, and what they are told. Events are written in batches of at most
 * {@value Listener#BATCH} or every {@value Listener#BATCH_MILLIS} ms, whichever comes first. Thread-safe.
 */
@Singleton
public final class Events {
    /** More listeners than this would be a load of their own; they are answered by another gateway. */
    public static final int MAX_LISTENERS = 2_000;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicLong ids = new AtomicLong();

    /** Answers with events until the client goes; false where there are too many listeners already. */
    public boolean listen(RoutingContext context) {
        if (listeners.size() >= MAX_LISTENERS) {
            return false;
        }
        HttpServerResponse response = context.response();
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("x-accel-buffering", "no");
        Listener listener = new Listener(context, Authentication.caller(context), listeners::remove);
        listeners.add(listener);
        listener.start();
        return true;
    }

    /** Tells those who listen for this tenant. */
    public void tell(TenantId tenant, String type, Map<String, ?> facts) {
        publish(type, facts, listener -> listener.caller().tenant().equals(tenant));
    }

    /** Tells the administrators among those who listen, whosever they are. */
    public void tellAdministrators(String type, Map<String, ?> facts) {
        publish(type, facts, listener -> listener.caller().role() == Role.ADMIN);
    }

    /** How many listen. */
    int listeners() {
        return listeners.size();
    }

    private void publish(String type, Map<String, ?> facts, Predicate<Listener> wanted) {
        if (listeners.isEmpty()) {
            return;
        }
        String event = ServerSentEvent.of(ids.incrementAndGet(), type, facts);
        listeners.stream().filter(wanted).forEach(listener -> listener.offer(event));
    }

    /** Whether an administrator listens. */
    public boolean isHeardByAdministrators() {
        return listeners.stream().anyMatch(listener -> listener.caller().role() == Role.ADMIN);
    }
}
