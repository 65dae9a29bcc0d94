package dev.platen.gateway.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.platen.contract.id.Digest;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.http.Requests;
import dev.platen.gateway.metrics.GatewayMetrics;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Answers with a page as JSON, with what it is and what it cost, for a program that asked for JSON. */
final class PageReport extends PageCollector {
    private static final JsonFactory JSON = new JsonFactory();
    private static final CharSequence JSON_TYPE = HttpHeaders.createOptimized("application/json");

    private final RoutingContext context;
    private final Digest key;
    private final GatewayMetrics metrics;
    private final Context loop = Requests.loop();
    private final long started = System.nanoTime();

    PageReport(RoutingContext context, Digest key, GatewayMetrics metrics) {
        this.context = context;
        this.key = key;
        this.metrics = metrics;
    }

    @Override
    public void complete(byte[] html, GatewayMetrics.Source source) {
        byte[] report = report(html, source);
        loop.runOnContext(_ -> {
            if (!context.response().ended() && !context.response().closed()) {
                context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, JSON_TYPE)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(Buffer.buffer(report));
                metrics.page(source, started);
            }
        });
    }

    @Override
    public void failed(ProblemCode code, byte[] problem) {
        loop.runOnContext(_ -> Problems.answer(context, metrics, code, problem));
    }

    private byte[] report(byte[] html, GatewayMetrics.Source source) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(html.length + html.length / 8);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("digest", key.hex());
            json.writeObjectFieldStart("cost");
            json.writeNumberField("bytes", html.length);
            json.writeStringField("source", source.label());
            json.writeNumberField("microseconds", TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started));
            json.writeEndObject();
            json.writeStringField("html", new String(html, StandardCharsets.UTF_8));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return out.toByteArray();
    }
}
