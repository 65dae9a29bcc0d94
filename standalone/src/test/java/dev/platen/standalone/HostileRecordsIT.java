package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.contract.topic.Topic;
import dev.platen.testkit.Client;
import dev.platen.transport.DeadLetters;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.Publisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records that none of the services has sent, on every topic: work becomes a dead letter or an answer, everything else is
 * ignored, and what comes after them is done as if they had never been there.
 */
@ExtendWith(RunningUp.class)
class HostileRecordsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<Topic> WORK = List.of(Topic.COMPILE, Topic.RENDER, Topic.RENDER_BATCH);
    private static final byte[] SCHEMA =
            "{\"type\": \"object\", \"properties\": {\"n\": {\"type\": \"integer\"}}}".getBytes(StandardCharsets.UTF_8);

    private final Client client = RunningUp.client();
    private final KafkaClients clients = new KafkaClients(RunningUp.kafka(), Map.of());
    private final KafkaProducer<byte[], byte[]> producer = clients.safeProducer();

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void shouldPutForgedWorkAsideOnceAndGoOn() throws ExecutionException, InterruptedException {
        // Given
        List<String> sources = new ArrayList<>();

        // When
        for (Topic topic : WORK) {
            for (ForgedRecord forged : ForgedRecord.unreadable()) {
                sources.add(send(topic, forged));
            }
            for (ForgedRecord forged : ForgedRecord.readable()) {
                send(topic, forged);
            }
        }

        // Then
        assertStillServing("after-work");
        await().atMost(SOON).untilAsserted(() -> assertThat(letters()).containsAll(sources));
        assertThat(letters()).filteredOn(sources::contains).doesNotHaveDuplicates();
    }

    @Test
    void shouldIgnoreWhatNobodyHasSaid() throws ExecutionException, InterruptedException {
        // Given
        List<Topic> others = Stream.of(Topic.values())
                .filter(topic -> !WORK.contains(topic) && topic != Topic.DEAD_LETTERS)
                .toList();

        // When
        for (Topic topic : others) {
            for (ForgedRecord forged : ForgedRecord.unreadable()) {
                send(topic, forged);
            }
            for (ForgedRecord forged : ForgedRecord.readable()) {
                send(topic, forged);
            }
        }

        // Then
        assertStillServing("after-notices");
        assertSettingsAreStillHeard();
    }

    @Test
    void shouldNeverStartMoreThreadsThanFit() {
        // Given
        try (Publisher publisher = new Publisher(clients, "/platen/test")) {

            // When
            publisher
                    .announce(new PoolSettings("render", Integer.MAX_VALUE, Integer.MAX_VALUE))
                    .join();
        }

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(metrics())
                .contains("platen_worker_threads{tier=\"render\"} 256.0")
                .contains("platen_worker_in_flight_limit{tier=\"render\"} 4096.0")
                .contains("platen_worker_in_flight_limit{tier=\"render-batch\"} 512.0"));
        assertSettingsAreStillHeard();
    }

    private String send(Topic topic, ForgedRecord forged) throws ExecutionException, InterruptedException {
        var sent = producer.send(new ProducerRecord<>(
                        topic.topicName(), null, null, forged.key(), forged.value(), forged.headers()))
                .get();
        return "%s-%d@%d".formatted(sent.topic(), sent.partition(), sent.offset());
    }

    private List<String> letters() {
        List<String> found = new ArrayList<>();
        new DeadLetters(clients, InstantSource.system()).each(letter -> found.add(letter.source()));
        return found;
    }

    private void assertStillServing(String name) {
        String address = "/v1/schemas/" + name;
        assertThat(client.put(address, SCHEMA).statusCode()).isEqualTo(201);
        for (int i = 0; i < 30; i++) {
            byte[] data = "{\"data\": {\"n\": %d}}".formatted(i).getBytes(StandardCharsets.UTF_8);
            assertThat(Client.text(client.post(address + "/render", data))).contains("value=\"%d\"".formatted(i));
            assertThat(client.post(address + "/submissions", data, "content-type", "application/json")
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    private void assertSettingsAreStillHeard() {
        try (Publisher publisher = new Publisher(clients, "/platen/test")) {
            publisher.announce(new PoolSettings("render", 2, 128)).join();
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(metrics()).contains("platen_worker_threads{tier=\"render\"} 2.0"));
    }

    private String metrics() {
        return Client.text(client.get("/q/metrics"));
    }
}
