package dev.platen.gateway.http;

import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.admission.ByteBudget;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.math.BigInteger;
import java.time.Duration;

/**
 * Reads the bytes of a body, up to a limit, whatever the client says they are: curl calls every body a form unless told
 * otherwise, and what is sent here is JSON.
 */
public final class BodyReader implements Handler<RoutingContext> {
    private static final String BODY = "platen.body";
    private static final byte[] EMPTY = {};

    /** A client that sends a byte now and then must not keep a place for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int limit;
    private final ByteBudget bodies;

    BodyReader(int limit, ByteBudget bodies) {
        this.limit = limit;
        this.bodies = bodies;
    }

    /** The bytes that were read before the handler was called. */
    public static byte[] bytes(RoutingContext context) {
        Buffer body = context.get(BODY);
        return body == null ? EMPTY : body.getBytes();
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        long length = declared(request);
        if (length > limit) {
            refuse(context, ProblemCode.BODY_TOO_LARGE);
            return;
        }
        if (!bodies.take(length)) {
            refuse(context, ProblemCode.OVERLOADED);
            return;
        }
        context.addEndHandler(_ -> bodies.giveBack(length));
        read(context, request);
    }

    private void read(RoutingContext context, HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        long tooLate = context.vertx().setTimer(PATIENCE.toMillis(), _ -> refuse(context, ProblemCode.BODY_TOO_SLOW));
        context.addEndHandler(_ -> context.vertx().cancelTimer(tooLate));
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= limit) {
                body.appendBuffer(chunk);
            } else {
                refuse(context, ProblemCode.BODY_TOO_LARGE);
            }
        });
        request.endHandler(_ -> {
            context.vertx().cancelTimer(tooLate);
            if (!context.failed()) {
                context.put(BODY, body).next();
            }
        });
    }

    /**
     * The length that the client declares, which the server has found to be a number; the limit where it declares none,
     * and just more than the limit where it declares too much.
     */
    private long declared(HttpServerRequest request) {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return declared == null
                ? limit
                : new BigInteger(declared).min(BigInteger.valueOf(limit + 1L)).longValue();
    }

    /** The rest of the body is not read, so nothing more can follow on this connection. */
    private static void refuse(RoutingContext context, ProblemCode code) {
        if (!context.failed()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.fail(code.status());
        }
    }
}
