package dev.platen.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {
    private final AtomicInteger served = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void start() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request.response(), body)));
        port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    /** Every third page comes from a cache, every fifth one is somebody else's, every seventh one is refused. */
    private void answer(HttpServerResponse response, Buffer body) {
        int count = served.incrementAndGet();
        response.setStatusCode(count % 7 == 0 ? 503 : 200)
                .putHeader("Cache-Status", count % 3 == 0 ? "platen; hit" : "platen; fwd=miss")
                .end(count % 5 == 0 ? Buffer.buffer("page") : body);
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldCountEveryAnswerOnceAndKeepTheWrongOnesApart() throws IOException {
        // Given
        try (HttpLoad load = new HttpLoad(port, 2, Requests.postNewData("/"))) {

            // When
            Round round = load.run(Duration.ofMillis(200));

            // Then
            int all = served.get();
            assertThat(round.count() + round.failures() + round.refusals()).isEqualTo(all);
            assertThat(round.refusals()).isEqualTo(all / 7);
            assertThat(round.count()).isEqualTo(all - all / 7 - wrong(all));
            assertThat(round.micros(0.5)).isPositive().isLessThanOrEqualTo(round.micros(0.99));
        }
    }

    /** Those among the first so many that are not refused, but are hits or somebody else's. */
    private static int wrong(int all) {
        return (int) IntStream.rangeClosed(1, all)
                .filter(count -> count % 7 != 0 && (count % 3 == 0 || count % 5 == 0))
                .count();
    }

    @Test
    void shouldSendWhatIsDueAndNoMore() throws IOException {
        // Given
        try (HttpLoad load = new HttpLoad(port, 4, Requests.get("/", ""))) {

            // When
            Round round = load.run(500, Duration.ofMillis(200));

            // Then
            assertThat(round.count() + round.failures() + round.refusals()).isEqualTo(100);
            assertThat(served.get()).isPositive().isLessThanOrEqualTo(100);
        }
    }

    @Test
    void shouldAskOnceOnEveryConnection() throws IOException {
        // Given
        try (HttpLoad load = new HttpLoad(port, 50, Requests.get("/", ""))) {

            // When
            Round round = load.burst();

            // Then
            assertThat(served.get()).isEqualTo(50);
            assertThat(round.count() + round.failures() + round.refusals()).isEqualTo(50);
        }
    }

    @Test
    void shouldReadPagesLargerThanItsFirstRoom() throws IOException {
        // Given
        String data = "{\"name\":\"%s\"}".formatted("x".repeat(100_000));

        // When
        try (HttpLoad load = new HttpLoad(port, 1, () -> Requests.post("/", data))) {
            Round round = load.burst();

            // Then
            assertThat(round.count()).isEqualTo(1);
        }
    }
}
