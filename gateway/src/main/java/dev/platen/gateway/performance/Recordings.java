package dev.platen.gateway.performance;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/** Recordings of the JDK's Flight Recorder, of this process, one at a time. Thread-safe. */
final class Recordings {
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private final AtomicBoolean running = new AtomicBoolean();

    /** Answers with a recording of the next seconds; false where one is running already. */
    boolean record(RoutingContext context, Context loop, Duration duration) {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        Thread.ofVirtual().name("platen-recording").start(() -> {
            try {
                Path file = recorded(duration);
                loop.runOnContext(_ -> send(context, file));
            } catch (IOException | ParseException | InterruptedException failure) {
                loop.runOnContext(_ -> context.fail(failure));
            } finally {
                running.set(false);
            }
        });
        return true;
    }

    private static Path recorded(Duration duration) throws IOException, ParseException, InterruptedException {
        try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
            recording.setMaxSize(MAX_BYTES);
            recording.start();
            Thread.sleep(duration);
            recording.stop();
            Path file = Files.createTempFile("platen-", ".jfr");
            recording.dump(file);
            return file;
        }
    }

    private static void send(RoutingContext context, Path file) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .putHeader("content-disposition", "attachment; filename=\"platen.jfr\"")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .sendFile(file.toString())
                .onComplete(_ -> delete(file));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
