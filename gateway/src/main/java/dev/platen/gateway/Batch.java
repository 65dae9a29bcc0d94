package dev.platen.gateway;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.id.TenantId;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.parsetools.RecordParser;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One batch on its way. Everything happens on the client's event loop. */
final class Batch {
    /** Lines that are worked on at the same time: what a batch may take of the whole. */
    private static final int WINDOW = 32;

    /** Bytes of lines that are worked on, beyond which no further line is read. */
    private static final long MAX_HELD = 4L * 1024 * 1024;

    private static final long PROGRESS_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final byte[] NEW_LINE = {'\n'};

    private final BatchLine.Services services;
    private final TenantId tenant;
    private final Presentation presentation;
    private final RecordParser lines;
    private final HttpServerResponse response;
    private final Context loop = Requests.loop();
    private final long startedNanos = System.nanoTime();
    private long read;
    private long done;
    private long failed;
    private long held;
    private boolean isAllRead;

    Batch(RoutingContext context, BatchLine.Services services, RecordParser lines) {
        this.services = services;
        this.tenant = Requests.tenant(context);
        this.presentation = Requests.presentation(context);
        this.response = context.response();
        this.lines = lines;
        long progress = context.vertx().setPeriodic(PROGRESS_MILLIS, _ -> write(progress("progress")));
        context.addEndHandler(_ -> context.vertx().cancelTimer(progress));
    }

    /** Reads lines until there are no more, or one cannot be read: what follows a line without an end is lost. */
    void read() {
        lines.exceptionHandler(unreadable -> {
            write("{\"problem\":\"line %d is longer than a line may be; nothing after it was read\"}"
                    .formatted(read + 1)
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
                begin(line.getBytes());
            }
        });
    }

    private void begin(byte[] line) {
        read++;
        held += line.length;
        if (read - done >= WINDOW || held > MAX_HELD) {
            lines.pause();
        }
        long endNanos = System.nanoTime() + PATIENCE.toNanos();
        BatchLine.Outcome finished = (outcome, isFailure) -> finished(line.length, outcome, isFailure);
        new BatchLine(services, tenant, read, endNanos, finished).work(line, presentation);
    }

    private void finished(int length, byte[] outcome, boolean isFailure) {
        loop.runOnContext(_ -> {
            done++;
            held -= length;
            failed += isFailure ? 1 : 0;
            write(outcome);
            if (response.writeQueueFull()) {
                response.drainHandler(_ -> lines.resume());
            } else {
                lines.resume();
            }
            endIfDone();
        });
    }

    private void write(byte[] line) {
        if (!response.ended() && !response.closed()) {
            response.write(Buffer.buffer(line).appendBytes(NEW_LINE));
        }
    }

    private void endIfDone() {
        if (isAllRead && done == read && !response.ended()) {
            write(progress("summary"));
            response.end();
        }
    }

    private byte[] progress(String name) {
        long millis = Duration.ofNanos(System.nanoTime() - startedNanos).toMillis();
        return "{\"%s\":{\"read\":%d,\"done\":%d,\"failed\":%d,\"milliseconds\":%d}}"
                .formatted(name, read, done, failed, millis)
                .getBytes(StandardCharsets.UTF_8);
    }
}
