package dev.platen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {
    private final AtomicInteger served = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void start() {
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            boolean isThird = served.incrementAndGet() % 3 == 0;
            request.response()
                    .putHeader("cache-status", isThird ? "platen; hit" : "platen; fwd=miss")
                    .end("page");
        });
        port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldCountEveryAnswerOnceAndKeepTheWrongOnesApart() throws IOException {
        // Given
        try (HttpLoad load = new HttpLoad(port, 2, Requests.postNewData("/"), "fwd=miss")) {

            // When
            Round round = load.run(Duration.ofMillis(200));

            // Then
            assertThat(round.count() + round.failures()).isEqualTo(served.get());
            assertThat(round.failures()).isEqualTo(served.get() / 3);
            assertThat(round.micros(0.5)).isPositive().isLessThanOrEqualTo(round.micros(0.99));
        }
    }
}
