package dev.platen.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Requests as they go over the wire. */
final class Requests {
    private static final AtomicLong COUNTER = new AtomicLong();
    private static final byte[] MISS = "fwd=miss".getBytes(UTF_8);
    private static final byte[] ANYTHING = {};

    private Requests() {}

    /** Gets a page, whose answer has these words in its head. */
    static Supplier<Call> get(String path, String inHead) {
        byte[] request =
                "GET %s HTTP/1.1\r\nhost: localhost\r\n\r\n".formatted(path).getBytes(UTF_8);
        Call call = new Call(request, inHead.getBytes(UTF_8), ANYTHING);
        return () -> call;
    }

    /** Posts data that nobody has posted before in this run; a good answer is a new page with that data in it. */
    static Supplier<Call> postNewData(String path) {
        return () -> {
            String address = newAddress();
            return new Call(bytes(path, data(address)), MISS, address.getBytes(UTF_8));
        };
    }

    /** Posts this data; a good answer is any page. */
    static Call post(String path, String data) {
        return new Call(bytes(path, data.getBytes(UTF_8)), ANYTHING, ANYTHING);
    }

    private static byte[] bytes(String path, byte[] data) {
        return "POST %s HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n{\"data\":%s}"
                .formatted(path, data.length + "{\"data\":}".length(), new String(data, UTF_8))
                .getBytes(UTF_8);
    }

    /** Small data for the document of {@code examples/sign-up.json}, different every time. */
    static byte[] newData() {
        return data(newAddress());
    }

    /** No address is a part of another one. */
    private static String newAddress() {
        return "someone-%d@example.org".formatted(COUNTER.incrementAndGet());
    }

    private static byte[] data(String address) {
        return "{\"email\":\"%s\"}".formatted(address).getBytes(UTF_8);
    }
}
