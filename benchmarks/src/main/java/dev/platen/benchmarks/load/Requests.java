package dev.platen.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Requests as they go over the wire. */
final class Requests {
    private static final AtomicLong COUNTER = new AtomicLong();

    private Requests() {}

    static Supplier<byte[]> get(String path) {
        byte[] request =
                "GET %s HTTP/1.1\r\nhost: localhost\r\n\r\n".formatted(path).getBytes(UTF_8);
        return () -> request;
    }

    /** Posts data that nobody has posted before in this run. */
    static Supplier<byte[]> postNewData(String path) {
        return () -> {
            byte[] data = newData();
            return "POST %s HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n{\"data\":%s}"
                    .formatted(path, data.length + "{\"data\":}".length(), new String(data, UTF_8))
                    .getBytes(UTF_8);
        };
    }

    /** Small data for the document of {@code examples/sign-up.json}, different every time. */
    static byte[] newData() {
        return "{\"email\":\"someone-%d@example.org\"}"
                .formatted(COUNTER.incrementAndGet())
                .getBytes(UTF_8);
    }
}
