package dev.platen.gateway.http;

import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.problem.ProblemJson;
import dev.platen.gateway.metrics.GatewayMetrics;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Answers with {@code application/problem+json} (RFC 9457). */
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final CharSequence PROBLEM = HttpHeaders.createOptimized(ProblemJson.MEDIA_TYPE);
    private static final String RETRY_AFTER_SECONDS = "1";

    private Problems() {}

    /** Answers with this problem in these words. */
    public static void answer(RoutingContext context, GatewayMetrics metrics, ProblemCode code, String detail) {
        answer(context, metrics, new Problem(code, detail));
    }

    /** Answers with this problem. */
    public static void answer(RoutingContext context, GatewayMetrics metrics, Problem problem) {
        answer(context, metrics, problem.code(), ProblemJson.of(problem));
    }

    /** Answers with a problem that is written already; does nothing where the answer has ended. */
    public static void answer(RoutingContext context, GatewayMetrics metrics, ProblemCode code, byte[] problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        metrics.problem(code);
        if (LOG.isDebugEnabled()) {
            RequestScope.within(context, () -> LOG.debugf("answered %s %s", code.status(), code.label()));
        }
        response.setStatusCode(code.status()).putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (code.isRetryable()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.end(Buffer.buffer(problem));
    }
}
