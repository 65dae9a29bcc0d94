package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Client;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
