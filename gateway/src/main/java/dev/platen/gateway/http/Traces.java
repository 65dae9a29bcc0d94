package dev.platen.gateway.http;

import dev.platen.transport.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The span of a request that is traced: it begins before anything else and ends with the answer. It is named after the route
 * and not the path: a path may hold a token.
 */
@Singleton
public final class Traces implements Handler<RoutingContext> {
    private static final String TRACE = Traces.class.getName();
    private static final int DEFECT = 500;

    /** The one route without a path is that of pages that were asked for before. */
    private static final String CACHED = "/v1/schemas/:name/render";

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
        HttpMethod method = context.request().method();
        String name = HttpMethod.values().contains(method) ? method.name() : "HTTP"; // anybody can make up methods
        Span span = tracing.begin(name, context.request()::getHeader);
        if (!span.isRecording()) {
            context.next();
            return;
        }
        context.put(TRACE, Context.root().with(span));
        context.addEndHandler(_ -> end(span, name, context));
        within(context, context::next);
    }

    private static void end(Span span, String method, RoutingContext context) {
        Route route = context.currentRoute();
        String path = route == null || route.getPath() == null ? CACHED : route.getPath();
        int status = context.response().getStatusCode();
        span.updateName(method + " " + path)
                .setAttribute("http.request.method", method)
                .setAttribute("http.route", path);
        if (status >= DEFECT) {
            span.setStatus(StatusCode.ERROR);
        }
        span.setAttribute("http.response.status_code", status).end();
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
