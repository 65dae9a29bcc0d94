package dev.platen.gateway.form;

import dev.platen.contract.flow.Reply;
import dev.platen.contract.flow.Reply.DataValidated;
import dev.platen.contract.flow.Reply.FormAccepted;
import dev.platen.contract.flow.Reply.PageChunk;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Reply.SchemaStored;
import dev.platen.contract.flow.Reply.SchemasAnswered;
import dev.platen.contract.id.RequestId;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Writes what came of a submission to the client who sent it, on the client's own event loop; nothing of it is kept. */
final class FormResponse {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int UNPROCESSABLE = 422;
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    private final RoutingContext context;
    private final GatewayMetrics metrics;
    private final Context loop = Requests.loop();

    FormResponse(RoutingContext context, GatewayMetrics metrics) {
        this.context = context;
        this.metrics = metrics;
    }

    /** Takes the reply to a submission, or a part of it; on whatever thread. */
    void take(Reply reply) {
        loop.runOnContext(_ -> write(reply, UNPROCESSABLE));
    }

    /** Takes the reply to data that was only to be validated: the report is what was asked for, whatever it says. */
    void takeReport(Reply reply) {
        loop.runOnContext(_ -> write(reply, OK));
    }

    private void write(Reply reply, int statusOfErrors) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        switch (reply) {
            case PageChunk chunk -> page(response, chunk);
            case FormAccepted accepted -> accepted(response, accepted);
            case DataValidated validated ->
                whole(response, validated.valid() ? OK : statusOfErrors, JSON, validated.report());
            case RequestFailed failed -> failed(response, failed);
            case SchemaStored _, SchemasAnswered _ ->
                throw new IllegalStateException("a form was sent, not a schema stored");
        }
    }

    private void page(HttpServerResponse response, PageChunk chunk) {
        if (!response.headWritten()) {
            metrics.submission(
                    chunk.hasErrors() ? GatewayMetrics.Submission.REJECTED : GatewayMetrics.Submission.CHANGED);
            head(response, chunk.hasErrors() ? UNPROCESSABLE : OK, HTML);
            response.setChunked(!chunk.isLast());
        }
        if (chunk.isLast()) {
            response.end(Buffer.buffer(chunk.html()));
        } else {
            response.write(Buffer.buffer(chunk.html()));
        }
    }

    private void accepted(HttpServerResponse response, FormAccepted accepted) {
        metrics.submission(GatewayMetrics.Submission.ACCEPTED);
        if (accepted.html().length > 0) {
            whole(response, ACCEPTED, HTML, accepted.html());
        } else {
            whole(response, ACCEPTED, JSON, receipt(accepted.request()));
        }
    }

    /** The id is that of the record in the log of submissions. */
    private static byte[] receipt(RequestId id) {
        return Buffer.buffer("{\"id\":\"%s\"}".formatted(id.value())).getBytes();
    }

    private void failed(HttpServerResponse response, RequestFailed failed) {
        if (!response.headWritten()) {
            Problems.answer(context, metrics, failed.code(), failed.problem());
            return;
        }
        // The page broke off after its first chunk: only a broken connection tells the client so.
        context.request().connection().close();
    }

    private static void whole(HttpServerResponse response, int status, CharSequence type, byte[] body) {
        head(response, status, type);
        response.end(Buffer.buffer(body));
    }

    private static void head(HttpServerResponse response, int status, CharSequence type) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
}
