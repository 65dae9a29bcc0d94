package dev.platen.gateway.http;

import dev.platen.contract.id.RequestId;
import dev.platen.transport.CurrentRequest;
import dev.platen.transport.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What a request is known by: an id that its answer, the lines of logs and the workers' records bear, and its span where it is
 * traced. The span begins before anything else and ends with the answer. It is named after the route and not the path: a path may
 * hold a token.
 */
@Singleton
public final class RequestScope implements Handler<RoutingContext> {
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
    private static final String SCOPE = RequestScope.class.getName();
    private static final String ROUTE = SCOPE + ".route";
    private static final int DEFECT = 500;

    private final Tracing tracing;
    private final RequestIds ids = new RequestIds();

    RequestScope(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public void handle(RoutingContext context) {
        RequestId id = id(context.request());
        context.response().putHeader(REQUEST_ID, id.value());
        if (!tracing.isOn()) {
            context.next();
            return;
        }
        HttpMethod method = context.request().method();
        String name = HttpMethod.values().contains(method) ? method.name() : "HTTP"; // anybody can make up methods
        Span span = tracing.begin(name, context.request()::getHeader);
        context.put(SCOPE, CurrentRequest.in(Context.root().with(span), id));
        if (span.isRecording()) {
            context.addEndHandler(_ -> end(span, name, context));
        }
        within(context, context::next);
    }

    /** That of the client or of whoever stands in front, where it is one; otherwise one of ours. */
    private RequestId id(HttpServerRequest request) {
        String given = request.getHeader(REQUEST_ID);
        return given == null ? ids.next() : RequestId.find(given).orElseGet(ids::next);
    }

    private static void end(Span span, String method, RoutingContext context) {
        String path = route(context);
        int status = context.response().getStatusCode();
        if (path != null) {
            span.updateName(method + " " + path).setAttribute("http.route", path);
        }
        if (status >= DEFECT) {
            span.setStatus(StatusCode.ERROR);
        }
        span.setAttribute("http.request.method", method)
                .setAttribute("http.response.status_code", status)
                .end();
    }

    private static @Nullable String route(RoutingContext context) {
        @Nullable String said = context.get(ROUTE);
        Route last = context.currentRoute();
        return said == null && last != null ? last.getPath() : said;
    }

    /** Says which route a request has that is answered on a short cut; for the metrics, too, which else count every address. */
    public static void answersAs(RoutingContext context, String route) {
        context.request().routed(route);
        if (Span.current().isRecording()) {
            context.put(ROUTE, route);
        }
    }

    /** Goes on with a request as what it is known by, on whatever thread. */
    public static void within(RoutingContext context, Runnable work) {
        try (Scope _ = scope(context).makeCurrent()) {
            work.run();
        }
    }

    /** Made when it is first needed: a page that is in memory is answered without. */
    private static Context scope(RoutingContext context) {
        @Nullable Context known = context.get(SCOPE);
        if (known != null) {
            return known;
        }
        String id = context.response().headers().get(REQUEST_ID);
        Context scope = id == null ? Context.root() : CurrentRequest.in(Context.root(), new RequestId(id));
        context.put(SCOPE, scope);
        return scope;
    }
}
