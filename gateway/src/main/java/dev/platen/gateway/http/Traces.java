package dev.platen.gateway.http;

import dev.platen.transport.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The span of a request that is traced: it begins before anything else and ends with the answer. */
@Singleton
public final class Traces implements Handler<RoutingContext> {
    private static final String TRACE = Traces.class.getName();

    private final Tracing tracing;

    Traces(Tracing tracing) {
        this.tracing = tracing;
    }

    /** Whether anything may be traced; otherwise requests need not pass here. */
    public boolean isOn() {
        return tracing.isOn();
    }

    @Override
    public void handle(RoutingContext context) {
        String method = context.request().method().name();
        Span span = tracing.begin(method, context.request()::getHeader);
        if (!span.isRecording()) {
            context.next();
            return;
        }
        context.put(TRACE, Context.root().with(span));
        context.addEndHandler(_ -> span.setAttribute(
                        "http.response.status_code", context.response().getStatusCode())
                .setAttribute("url.path", context.normalizedPath())
                .end());
        within(context, context::next);
    }

    /** Goes on with a request within its span, on whatever thread. */
    public static void within(RoutingContext context, Runnable work) {
        @Nullable Context trace = context.get(TRACE);
        if (trace == null) {
            work.run();
            return;
        }
        try (Scope _ = trace.makeCurrent()) {
            work.run();
        }
    }
}
