package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.topic.Topic;
import dev.platen.testkit.Client;
import dev.platen.transport.KafkaClients;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every schema that was ever answered with 201, to be found again after whatever happens. */
final class Acknowledged {
    private static final int SCHEMAS_PER_ROUND = 10;

    private final Map<String, byte[]> documents = new LinkedHashMap<>();

    /** Stores some more schemas; the round is part of their names. */
    void store(Client client, String round) {
        for (int i = 0; i < SCHEMAS_PER_ROUND; i++) {
            String name = round + "-" + i;
            byte[] document =
                    "{\"title\": \"%s\", \"type\": \"object\"}".formatted(name).getBytes(StandardCharsets.UTF_8);
            assertThat(client.put("/v1/schemas/" + name, document).statusCode())
                    .as("PUT of %s", name)
                    .isEqualTo(201);
            documents.put(name, document);
        }
    }

    /** Tries to store a schema whose title is its name, and so long that it takes room. */
    HttpResponse<byte[]> tryToStore(Client client, String name, int bytes) {
        byte[] document = "{\"title\": \"%s\", \"type\": \"object\", \"$comment\": \"%s\"}"
                .formatted(name, "x".repeat(bytes))
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = client.put("/v1/schemas/" + name, document);
        if (answer.statusCode() == 201) {
            documents.put(name, document);
        }
        return answer;
    }

    /** Whether every one of them is in the log, and not only in a cache. */
    void assertAllLogged(KafkaClients kafka) {
        List<String> logged = Records.of(kafka, Topic.SCHEMAS).stream()
                .filter(SourceStored.class::isInstance)
                .map(source -> new String(((SourceStored) source).document(), StandardCharsets.UTF_8))
                .toList();
        assertThat(logged)
                .containsAll(documents.values().stream()
                        .map(document -> new String(document, StandardCharsets.UTF_8))
                        .toList());
    }

    /** Reads and renders every one of them. */
    void assertAllThere(Client client) {
        assertThat(documents).isNotEmpty();
        documents.forEach((name, document) -> {
            assertThat(client.get("/v1/schemas/" + name).body()).as(name).isEqualTo(document);
            assertThat(Client.text(client.get("/v1/schemas/" + name + "/render")))
                    .as(name)
                    .contains(name);
        });
    }
}
