package dev.platen.standalone;

import dev.platen.testkit.Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who does a little of everything, a few times a second: stores schemas, wrong ones too, asks for the same page again and
 * for some that are not there, sends batches, forms and long data.
 */
final class Visitors implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LONG = 70_000;

    private final Client client;
    private final Thread thread;
    private volatile boolean running = true;

    Visitors(Client client) {
        this.client = client;
        this.thread = Thread.ofVirtual().start(this::run);
    }

    private void run() {
        for (int round = 0; running; round++) {
            visit(round);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void visit(int round) {
        client.put("/v1/schemas/part", bytes("{\"type\": \"string\", \"title\": \"Part %d\"}".formatted(round)));
        client.put(
                "/v1/schemas/whole",
                bytes("{\"properties\": {\"a\": {\"$ref\": \"part\"}, \"b\": {\"type\": \"string\"}}}"));
        client.put("/v1/schemas/wrong", bytes("{\"properties\": {\"a\": {\"$ref\": \"#/nowhere\"}}}"));
        for (int again = 0; again < 5; again++) {
            client.get("/v1/schemas/whole/render");
        }
        client.get("/v1/schemas/missing-%d/render".formatted(round));
        client.post("/v1/render/batch", bytes("{\"schema\": \"whole\", \"data\": {\"b\": \"%d\"}}\n".formatted(round)));
        client.post(
                "/v1/schemas/whole/render",
                bytes("{\"data\": {\"b\": \"%d%s\"}}".formatted(round, "x".repeat(round % 10 == 0 ? LONG : 1))));
        client.post(
                "/v1/schemas/whole/submissions",
                bytes("b=" + round),
                "content-type",
                "application/x-www-form-urlencoded");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
