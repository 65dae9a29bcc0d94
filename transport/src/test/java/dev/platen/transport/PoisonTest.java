package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.broker.Broker;
import dev.platen.broker.BrokerConfig;
import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Excerpt;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.RequestId;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise P5 for records that end the process which works on them: real processes, started again as they end. */
class PoisonTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int GOOD = 40;

    @TempDir
    private static Path directory;

    private static Broker broker;
    private static KafkaClients clients;
    private static Publisher publisher;

    @BeforeAll
    static void start() {
        broker = Broker.start(new BrokerConfig(directory.resolve("broker"), 0));
        clients = new KafkaClients(broker.bootstrapServers(), Map.of());
        try (Admin admin = clients.admin()) {
            new Topics(admin, (short) 1, InstantSource.system()).ensure(PATIENCE);
        }
        publisher = new Publisher(clients, "/platen/test");
    }

    @AfterAll
    static void stop() {
        publisher.close();
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"halts", "devours"})
    void shouldPutARecordAsideThatEndsProcessesAndGoOn(String poison) {
        // Given
        for (int i = 0; i < GOOD; i++) {
            if (i == GOOD / 2) {
                publisher.send(page(poison, poison)).join();
            }
            publisher
                    .send(page(i % 2 == 0 ? poison : "other", "good-" + poison + i))
                    .join();
        }

        // When
        try (Supervised worker =
                new Supervised(directory.resolve(poison + ".log"), broker.bootstrapServers(), poison)) {
            await().atMost(PATIENCE)
                    .until(() ->
                            worker.done().size() == GOOD && !letters(poison).isEmpty());

            // Then
            assertThat(letters(poison)).singleElement().satisfies(letter -> {
                assertThat(letter.attempts()).isEqualTo(Suspects.MAX_ATTEMPTS);
                assertThat(letter.reason()).contains("the process of the worker ended");
                assertThat(letter.source()).matches("platen\\.render-\\d+@\\d+");
            });
            assertThat(worker.starts()).isEqualTo(Suspects.MAX_ATTEMPTS + 1);
            assertThat(worker.output()).contains("refused " + poison);
        }
    }

    private static List<DeadLetter> letters(String request) {
        List<DeadLetter> found = new ArrayList<>();
        new DeadLetters(clients, InstantSource.system()).each(letter -> {
            if (letter.request().equals(request)) {
                found.add(letter);
            }
        });
        return found;
    }

    private static Digest plan(String name) {
        return Digest.of(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Work.RenderPage page(String plan, String request) {
        SchemaHead head = new SchemaHead(new SchemaName("s"), plan("document"), plan(plan));
        Envelope envelope = new Envelope(
                new RequestId(request), TenantId.DEFAULT, Instant.now().plusSeconds(300), 0);
        return new Work.RenderPage(
                envelope, head, head.plan(), Presentation.DEFAULT, Excerpt.NONE, new byte[0], new byte[0], 0);
    }
}
