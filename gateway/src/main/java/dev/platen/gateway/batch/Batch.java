package dev.platen.gateway.batch;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.id.TenantId;
import dev.platen.gateway.http.RequestScope;
import dev.platen.gateway.http.Requests;
import io.vertx.core.Context;
import io.vertx.core.parsetools.RecordParser;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** One batch on its way. Everything happens on the client's event loop. */
final class Batch {
    /** Lines that are worked on at the same time: what a batch may take of the whole. */
    private static final int WINDOW = 32;

    /** Bytes of lines that are worked on, beyond which no further line is read. */
    private static final long MAX_HELD = 4L * 1024 * 1024;

    private final RoutingContext context;
    private final PageErrand.Services services;
    private final TenantId tenant;
    private final Presentation presentation;
    private final BatchUrgency urgency;
    private final RecordParser lines;
    private final OutcomeStream out;
    private final Context loop = Requests.loop();
    private long held;
    private boolean isAllRead;

    Batch(RoutingContext context, PageErrand.Services services, RecordParser lines) {
        this.context = context;
        this.services = services;
        this.tenant = Requests.tenant(context);
        this.presentation = Requests.presentation(context);
        this.urgency = BatchUrgency.of(context);
        this.lines = lines;
        this.out = new OutcomeStream(context);
    }

    /** Reads lines until there are no more, or one cannot be read: what follows a line without an end is lost. */
    void read() {
        lines.exceptionHandler(unreadable -> {
            out.write("{\"problem\":\"line %d is longer than a line may be; nothing after it was read\"}"
                    .formatted(out.begun() + 1)
                    .getBytes(StandardCharsets.UTF_8));
            lines.handler(null);
            isAllRead = true;
            endIfDone();
        });
        lines.endHandler(_ -> {
            isAllRead = true;
            endIfDone();
        });
        lines.handler(line -> {
            if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
                RequestScope.within(context, () -> begin(line.getBytes()));
            }
        });
    }

    private void begin(byte[] line) {
        OutcomeLine outcome = new OutcomeLine(out.begin());
        held += line.length;
        if (out.running() >= WINDOW || held > MAX_HELD) {
            lines.pause();
        }
        BatchLine.Outcome finished = (written, isFailure) -> finished(line.length, written, isFailure);
        new BatchLine(services, tenant, urgency.ofNext(), outcome, finished).work(line, presentation);
    }

    private void finished(int length, byte[] outcome, boolean isFailure) {
        loop.runOnContext(_ -> {
            held -= length;
            out.finish(outcome, isFailure, lines::resume);
            endIfDone();
        });
    }

    private void endIfDone() {
        if (isAllRead) {
            out.endIfDone();
        }
    }
}
