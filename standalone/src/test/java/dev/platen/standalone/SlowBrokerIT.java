package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Command;
import dev.platen.testkit.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker that is well and hardly to be reached: everything that everybody says to it and hears of it goes over a wire.
 * What is cached is served as ever, the rest is answered in time, and soon after the wire is mended all is well.
 */
class SlowBrokerIT {
    private static final Duration START = Duration.ofMinutes(2);

    /** Nobody waits longer for an answer: the workers have ten seconds, the rest is for a machine that does more besides. */
    private static final Duration IN_TIME = Duration.ofSeconds(15);

    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final Duration TRY_AGAIN = Duration.ofMillis(500);
    private static final int READS = 100;
    private static final int CROWD = 2_000;
    private static final long MOST_KILOBYTES = 700 * 1024;
    private static final byte[] SCHEMA =
            "{\"title\": \"Wire\", \"properties\": {\"n\": {\"type\": \"integer\"}}}".getBytes(StandardCharsets.UTF_8);

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static Wire wire;
    private static Command up;
    private static Client client;

    @BeforeAll
    static void start() throws IOException {
        int broker = Ports.free();
        int port = Ports.free();
        wire = new Wire(broker);
        up = Command.start(
                        directory.resolve("up.log"),
                        Map.of(
                                "PLATEN_BROKER_PORT", Integer.toString(broker),
                                "PLATEN_BROKER_ADVERTISED_PORT", Integer.toString(wire.port())),
                        "up",
                        "--port",
                        Integer.toString(port),
                        "--data-dir",
                        directory.resolve("data").toString())
                .awaitReady(START);
        client = new Client(port);
        assertThat(client.put("/v1/schemas/wire", SCHEMA).statusCode()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        client.close();
        up.close();
        wire.close();
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerInTimeHoweverSlowTheBrokerIs() {
        Map<String, Consumer<Wire>> faults =
                Map.of("slow", slow -> slow.delay(Duration.ofMillis(300)), "narrow", narrow -> narrow.narrow(8 * 1024));
        return faults.entrySet().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> {
                    // Given
                    byte[] page = client.get("/v1/schemas/wire/render").body();

                    // When
                    fault.getValue().accept(wire);

                    // Then
                    try {
                        assertServingWhatIsCached(page);
                        assertAnsweredInTime(store());
                        assertAnsweredInTime(render());
                    } finally {
                        wire.mend();
                    }
                    assertRecovered();
                }));
    }

    @Test
    void shouldRefuseInTimeAndInBoundedMemoryWhatTakesABrokerThatIsFrozen() throws IOException {
        // Given
        byte[] page = client.get("/v1/schemas/wire/render").body();
        Queue<Answered> crowd = new ConcurrentLinkedQueue<>();
        Answered write;

        // When
        wire.freeze();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, CROWD).forEach(_ -> callers.execute(() -> crowd.add(render())));
            write = store();
            assertServingWhatIsCached(page);
        } finally {
            wire.mend();
        }

        // Then
        assertThat(write.response().statusCode()).isEqualTo(503);
        assertAnsweredInTime(write);
        assertThat(crowd).hasSize(CROWD).allSatisfy(SlowBrokerIT::assertAnsweredInTime);
        assertThat(up.residentKilobytes()).isLessThan(MOST_KILOBYTES);
        assertRecovered();
    }

    private static void assertServingWhatIsCached(byte[] page) {
        long since = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            HttpResponse<byte[]> read = client.get("/v1/schemas/wire/render");
            assertThat(read.body()).isEqualTo(page);
            assertThat(read.headers().firstValue("cache-status"))
                    .hasValueSatisfying(status -> assertThat(status).contains("hit"));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(IN_TIME);
    }

    /** Either it is done, or somebody is told to come again. */
    private static void assertAnsweredInTime(Answered answered) {
        assertThat(answered.after()).isLessThan(IN_TIME);
        HttpResponse<byte[]> response = answered.response();
        if (response.statusCode() >= 300) {
            assertThat(response.statusCode()).isIn(503, 504);
            assertThat(response.headers().firstValue("retry-after")).isPresent();
        }
    }

    private static void assertRecovered() {
        AtomicBoolean isStored = new AtomicBoolean();
        AtomicBoolean isRendered = new AtomicBoolean();
        await().atMost(RECOVERY).pollInterval(TRY_AGAIN).until(() -> {
            tryAgain(SlowBrokerIT::store, isStored);
            tryAgain(SlowBrokerIT::render, isRendered);
            return isStored.get() && isRendered.get();
        });
    }

    private static void tryAgain(Supplier<Answered> request, AtomicBoolean isDone) {
        Thread.ofVirtual().start(() -> {
            if (request.get().response().statusCode() < 300) {
                isDone.set(true);
            }
        });
    }

    /** A document that nobody has stored before. */
    private static Answered store() {
        String name = "/v1/schemas/wire-%d".formatted(NUMBERS.incrementAndGet());
        return Answered.to(() -> client.put(name, SCHEMA));
    }

    /** A page that nobody has asked for before. */
    private static Answered render() {
        byte[] data =
                "{\"data\": {\"n\": %d}}".formatted(NUMBERS.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        return Answered.to(() -> client.post("/v1/schemas/wire/render", data));
    }

    private record Answered(HttpResponse<byte[]> response, Duration after) {
        static Answered to(Supplier<HttpResponse<byte[]>> request) {
            long since = System.nanoTime();
            try {
                HttpResponse<byte[]> response = request.get();
                return new Answered(response, Duration.ofNanos(System.nanoTime() - since));
            } catch (UncheckedIOException none) {
                throw new AssertionError("a request was not answered", none);
            }
        }
    }
}
