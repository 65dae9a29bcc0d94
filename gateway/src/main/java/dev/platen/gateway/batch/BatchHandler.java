package dev.platen.gateway.batch;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.MembersOutcome;
import dev.platen.gateway.http.BodyReader;
import dev.platen.gateway.http.Problems;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.page.Pages;
import dev.platen.gateway.schema.Heads;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code POST /v1/render/batch}: one request per line in (NDJSON), one outcome per line out, as soon as it is there; and
 * {@code POST /v1/cache/warm}, where the lines out say only that the pages are in the caches. A batch takes only a few
 * places of what may be in flight, reads no faster than it answers and answers no faster than it is read, so that its size
 * does not matter.
 */
@Singleton
public final class BatchHandler {
    /** A line is the data of one page, and what goes with it. */
    private static final int MAX_LINE = Limits.DEFAULT.dataBytes() + 64 * 1024;

    /** Each may hold some megabytes of lines. */
    private static final int MAX_BATCHES = 8;

    private final PageErrand.Services services;
    private final GatewayMetrics metrics;
    private final AtomicInteger running = new AtomicInteger();

    BatchHandler(Heads heads, Pages pages, GatewayMetrics metrics) {
        this.services = new PageErrand.Services(heads, pages);
        this.metrics = metrics;
    }

    /** Renders the lines of the body. */
    public void render(RoutingContext context) {
        if (mayBegin(context)) {
            RecordParser lines = RecordParser.newDelimited(Buffer.buffer("\n"), context.request());
            lines.maxRecordSize(MAX_LINE);
            new Batch(context, services, lines).read();
        }
    }

    /** Brings pages into the caches. */
    public void warm(RoutingContext context) {
        switch (Members.of(BodyReader.bytes(context), Limits.DEFAULT)) {
            case MembersOutcome.Refused(Problem problem) -> Problems.answer(context, metrics, problem);
            case MembersOutcome.Sliced(var members) -> {
                WarmRequest request = WarmRequest.of(members);
                if (mayBegin(context)) {
                    new Warming(context, services, request).goOn();
                }
            }
        }
    }

    private boolean mayBegin(RoutingContext context) {
        if (running.incrementAndGet() > MAX_BATCHES) {
            running.decrementAndGet();
            Problems.answer(
                    context,
                    metrics,
                    ProblemCode.OVERLOADED,
                    "This gateway works on %d batches already. Try again.".formatted(MAX_BATCHES));
            return false;
        }
        context.addEndHandler(_ -> running.decrementAndGet());
        return true;
    }
}
