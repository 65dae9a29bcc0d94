package dev.platen.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.platen.testkit.Client;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pages that are slow to render and small: sums over numbers.
 *
 * @param documents the same document under as many titles: its plan decides which partition, and so which renderer, a page
 *     takes
 */
record Sums(int documents) {
    /** How many numbers there are in the data of a request. */
    static final int NUMBERS = 40;

    /** Stores the documents at the gateway on this port. */
    void store(int port) throws IOException {
        try (InputStream in = Objects.requireNonNull(Sums.class.getResourceAsStream("sums.json"));
                Client client = new Client(port)) {
            String document = new String(in.readAllBytes(), UTF_8);
            for (int i = 0; i < documents; i++) {
                byte[] titled = document.replace("Sums", "Sums " + i).getBytes(UTF_8);
                int status = client.put("/v1/schemas/sums-" + i, titled).statusCode();
                if (status != 201) {
                    throw new IllegalStateException("a new document should be stored, found status " + status);
                }
            }
        }
    }

    /** Data that was never seen before in every request, for one document after the other. */
    Supplier<Call> pages() {
        AtomicInteger next = new AtomicInteger();
        return () -> {
            int number = next.incrementAndGet();
            String numbers = IntStream.range(number, number + NUMBERS)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(",", "{\"numbers\":[", "]}"));
            return Requests.post("/v1/schemas/sums-%d/render".formatted(number % documents), numbers);
        };
    }
}
