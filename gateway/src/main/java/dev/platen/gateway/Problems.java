package dev.platen.gateway;

import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.problem.ProblemJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers with {@code application/problem+json} (RFC 9457). */
final class Problems {
    private static final CharSequence PROBLEM = HttpHeaders.createOptimized(ProblemJson.MEDIA_TYPE);
    private static final String RETRY_AFTER_SECONDS = "1";

    private Problems() {}

    static void answer(RoutingContext context, GatewayMetrics metrics, ProblemCode code, String detail) {
        answer(context, metrics, new Problem(code, detail));
    }

    static void answer(RoutingContext context, GatewayMetrics metrics, Problem problem) {
        answer(context, metrics, problem.code(), ProblemJson.of(problem));
    }

    static void answer(RoutingContext context, GatewayMetrics metrics, ProblemCode code, byte[] problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        metrics.problem(code);
        response.setStatusCode(code.status()).putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (code.isRetryable()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.end(Buffer.buffer(problem));
    }
}
