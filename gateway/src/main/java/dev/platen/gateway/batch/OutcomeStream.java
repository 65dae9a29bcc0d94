package dev.platen.gateway.batch;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The answer to many requests in one: a line for each as it is done, one on the progress every second, and a summary
 * (NDJSON). Everything happens on the client's event loop.
 */
final class OutcomeStream {
    private static final long PROGRESS_MILLIS = 1_000;
    private static final byte[] NEW_LINE = {'\n'};

    private final HttpServerResponse response;
    private final long startedNanos = System.nanoTime();
    private long begun;
    private long done;
    private long failed;

    OutcomeStream(RoutingContext context) {
        response = context.response();
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        long progress = context.vertx().setPeriodic(PROGRESS_MILLIS, _ -> write(progress("progress")));
        context.addEndHandler(_ -> context.vertx().cancelTimer(progress));
    }

    /** One more has begun; its number, from 1. */
    long begin() {
        return ++begun;
    }

    /** How many have begun. */
    long begun() {
        return begun;
    }

    /** How many have begun and are not done. */
    long running() {
        return begun - done;
    }

    /** Whether the client is still there. */
    boolean isWanted() {
        return !response.ended() && !response.closed();
    }

    /** One is done; {@code whenRoom} runs once the client has read enough of what there is. */
    void finish(byte[] outcome, boolean isFailure, Runnable whenRoom) {
        done++;
        failed += isFailure ? 1 : 0;
        write(outcome);
        if (isWanted() && response.writeQueueFull()) {
            response.drainHandler(_ -> whenRoom.run());
        } else {
            whenRoom.run();
        }
    }

    /** Writes a line. */
    void write(byte[] line) {
        if (isWanted()) {
            response.write(Buffer.buffer(line).appendBytes(NEW_LINE));
        }
    }

    /** Ends the answer if all that have begun are done. */
    void endIfDone() {
        if (running() == 0 && isWanted()) {
            write(progress("summary"));
            response.end();
        }
    }

    private byte[] progress(String name) {
        long millis = Duration.ofNanos(System.nanoTime() - startedNanos).toMillis();
        return "{\"%s\":{\"read\":%d,\"done\":%d,\"failed\":%d,\"milliseconds\":%d}}"
                .formatted(name, begun, done, failed, millis)
                .getBytes(StandardCharsets.UTF_8);
    }
}
