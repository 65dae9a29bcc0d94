package dev.platen.gateway.http;

import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.Presentation.Layout;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.identity.Authentication;
import dev.platen.gateway.metrics.GatewayMetrics;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;

/** What the handlers read from a request, and answer alike. Malformed input throws IllegalArgumentException. */
public final class Requests {
    /** What is answered while the schemas cannot be asked for. */
    public static final Problem CACHE_AWAY =
            new Problem(ProblemCode.UNAVAILABLE, "The cache that knows the schemas is away. Try again.");

    private Requests() {}

    /** Whose request it is, as its credential says. */
    public static TenantId tenant(RoutingContext context) {
        return Authentication.caller(context).tenant();
    }

    /** The schema that the address names. */
    public static SchemaName name(RoutingContext context) {
        return new SchemaName(pathParameter(context));
    }

    /** What the address has in place of {@code :name}. */
    public static String pathParameter(RoutingContext context) {
        return Objects.requireNonNull(context.pathParam("name"), "every route here has a name");
    }

    /** The event loop of the request that is being handled; answers are written there. */
    public static Context loop() {
        return Objects.requireNonNull(Vertx.currentContext(), "requests are handled on an event loop");
    }

    /** How the page is to look and read, as the query says. */
    public static Presentation presentation(RoutingContext context) {
        return new Presentation(
                query(context, "locale", Presentation.DEFAULT.locale()),
                query(context, "theme", Presentation.DEFAULT.theme()),
                layout(query(context, "layout", "page")));
    }

    /** How a document is to be read, as the query says; empty for the dialect that it looks like. */
    public static String dialect(RoutingContext context) {
        String dialect = query(context, "dialect", "");
        if (!dialect.matches("[a-z-]{0,32}")) {
            throw new IllegalArgumentException("dialect must be the name of one, such as json-schema");
        }
        return dialect;
    }

    /** Where the client found this gateway, such as {@code https://forms.example}; whoever stands in front may say so. */
    public static String origin(RoutingContext context) {
        String scheme = context.request().getHeader("x-forwarded-proto");
        HostAndPort host = context.request().authority();
        boolean isSecure = context.request().isSSL() || "https".equals(scheme);
        return "%s://%s".formatted(isSecure ? "https" : "http", host == null ? "localhost" : host);
    }

    /** What of the page is wanted: {@code ?open=} names parts that are loaded late, {@code ?fragment=} the only part. */
    public static Excerpt excerpt(RoutingContext context) {
        return Excerpt.of(query(context, "fragment", ""), context.queryParam("open"));
    }

    /** The first value of a parameter of the query, or {@code fallback} where there is none. */
    public static String query(RoutingContext context, String name, String fallback) {
        List<String> values = context.queryParam(name);
        return values.isEmpty() ? fallback : values.getFirst();
    }

    /** Whether the client names JSON and not HTML; one that says nothing gets HTML. */
    public static boolean wantsJson(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("application/json") && !accept.contains("text/html");
    }

    private static Layout layout(String text) {
        return switch (text) {
            case "page" -> Layout.PAGE;
            case "fragment" -> Layout.FRAGMENT;
            default -> throw new IllegalArgumentException("layout must be page or fragment; leave it out for a page");
        };
    }

    /** Answers that there is no such schema. */
    public static void unknown(RoutingContext context, GatewayMetrics metrics, SchemaName name) {
        Problems.answer(
                context,
                metrics,
                ProblemCode.SCHEMA_UNKNOWN,
                "There is no schema '%s'. PUT /v1/schemas/%s stores one.".formatted(name, name));
    }

    /** Answers that the schemas cannot be asked for at the moment. */
    public static void unreachable(RoutingContext context, GatewayMetrics metrics) {
        Problems.answer(context, metrics, CACHE_AWAY);
    }
}
