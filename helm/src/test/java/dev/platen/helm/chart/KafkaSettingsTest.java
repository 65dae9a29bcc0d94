package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chart says of TLS and SASL reaches Kafka's clients, with the secrets that are mounted beside it. */
class KafkaSettingsTest {
    @TempDir
    private Path mounted;

    @Test
    void shouldGiveTheClientsTheMountedSecrets() throws IOException {
        // Given
        List<JsonNode> objects = Chart.objects(Chart.FOLDER.resolve("ci/sasl-values.yaml"));
        mount(objects, "platen-gateway");

        // When
        AdminClientConfig client = client(objects);

        // Then
        assertThat(client.getString("security.protocol")).isEqualTo("SASL_SSL");
        assertThat(client.getString("sasl.mechanism")).isEqualTo("SCRAM-SHA-512");
        assertThat(secret(client, "sasl.jaas.config"))
                .isEqualTo("org.apache.kafka.common.security.scram.ScramLoginModule required"
                        + " username=\"<username of kafka-sasl>\" password=\"<password of kafka-sasl>\";");
        assertThat(client.getString("ssl.truststore.location")).isEqualTo(mounted + "/kafka-ca/ca.crt");
        assertThat(secret(client, "ssl.keystore.key")).isEqualTo("<tls.key of kafka-client>");
        assertThat(secret(client, "ssl.keystore.certificate.chain")).isEqualTo("<tls.crt of kafka-client>");
    }

    @Test
    void shouldBeTheUserThatStrimziMakes() throws IOException {
        // Given
        List<JsonNode> objects = Chart.objects(Chart.FOLDER.resolve("ci/strimzi-values.yaml"));
        mount(objects, "platen-render");

        // When
        AdminClientConfig client = client(objects);

        // Then
        assertThat(client.getString("security.protocol")).isEqualTo("SSL");
        assertThat(secret(client, "ssl.keystore.key")).isEqualTo("<user.key of kafka-client>");
        assertThat(secret(client, "ssl.keystore.certificate.chain")).isEqualTo("<user.crt of kafka-client>");
        assertThat(Chart.ofKind(objects, "KafkaUser")).singleElement().satisfies(user -> assertThat(
                        secretNames(objects, "platen-render"))
                .contains(user.at("/metadata/name").asText()));
    }

    @Test
    void shouldReadFurtherSettingsFromTheSecretThatIsNamed() throws IOException {
        // When
        JsonNode gateway = Chart.pods(Chart.objects(Chart.FOLDER.resolve("ci/sasl-values.yaml")))
                .get("platen-gateway");

        // Then
        assertThat(gateway + "")
                .contains(
                        "file:/etc/platen/kafka-settings/kafka.properties,file:/etc/platen/kafka/kafka.properties",
                        "\"secretName\":\"platen-kafka\"");
    }

    /** Puts into each folder of the pod what Kubernetes would, with contents that tell where they come from. */
    private void mount(List<JsonNode> objects, String workload) throws IOException {
        for (JsonNode volume : volumes(objects, workload)) {
            Path folder =
                    Files.createDirectories(mounted.resolve(volume.path("name").asText()));
            for (JsonNode item : volume.at("/secret/items")) {
                String key = item.path("key").asText();
                Files.writeString(
                        folder.resolve(item.path("path").asText()), "<%s of %s>".formatted(key, folder.getFileName()));
            }
        }
    }

    private static JsonNode volumes(List<JsonNode> objects, String workload) {
        return Objects.requireNonNull(Chart.pods(objects).get(workload), workload)
                .path("volumes");
    }

    private static Set<String> secretNames(List<JsonNode> objects, String workload) {
        return volumes(objects, workload)
                .valueStream()
                .map(volume -> volume.at("/secret/secretName").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private AdminClientConfig client(List<JsonNode> objects) throws IOException {
        Map<String, Object> properties = new HashMap<>(ClientSettings.of(objects, mounted));
        properties.put("bootstrap.servers", "127.0.0.1:9092");
        return new AdminClientConfig(properties);
    }

    private static String secret(AdminClientConfig client, String name) {
        Password password = client.getPassword(name);
        return password.value();
    }
}
