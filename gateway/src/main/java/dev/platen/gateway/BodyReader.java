package dev.platen.gateway;

import dev.platen.contract.problem.ProblemCode;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.math.BigInteger;

/**
 * Reads the bytes of a body, up to a limit, whatever the client says they are: curl calls every body a form unless told
 * otherwise, and what is sent here is JSON.
 */
final class BodyReader implements Handler<RoutingContext> {
    private static final String BODY = "platen.body";
    private static final byte[] EMPTY = {};

    private final int limit;

    BodyReader(int limit) {
        this.limit = limit;
    }

    /** The bytes that were read before the handler was called. */
    static byte[] bytes(RoutingContext context) {
        Buffer body = context.get(BODY);
        return body == null ? EMPTY : body.getBytes();
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= limit) {
                body.appendBuffer(chunk);
            } else if (!context.failed()) {
                refuse(context);
            }
        });
        request.endHandler(_ -> {
            if (!context.failed()) {
                context.put(BODY, body).next();
            }
        });
        if (declaresTooMuch(request)) {
            refuse(context);
        }
    }

    /** Whether the length that the client declares, which the server has found to be a number, is over the limit. */
    private boolean declaresTooMuch(HttpServerRequest request) {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return declared != null && new BigInteger(declared).compareTo(BigInteger.valueOf(limit)) > 0;
    }

    /** The rest of the body is not read, so nothing more can follow on this connection. */
    private static void refuse(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.fail(ProblemCode.BODY_TOO_LARGE.status());
    }
}
