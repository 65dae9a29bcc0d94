package dev.platen.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.platen.operator.api.CacheClusterSpec;
import dev.platen.operator.api.UiSchemaSpec;
import dev.platen.operator.testing.Golden;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples of the custom resources and of those that take over from the operator: no field is unknown. */
class SamplesTest {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @CsvSource({"cache-cluster, CacheCluster", "ui-schema, UiSchema"})
    void shouldHaveNoUnknownFieldInCustomResources(String file, String kind) throws IOException {
        // Given
        JsonNode sample = read(file);

        // When
        Object spec = STRICT.convertValue(sample.get("spec"), specOf(kind));

        // Then
        assertThat(sample.get("kind").asText()).isEqualTo(kind);
        assertThat(sample.get("apiVersion").asText()).isEqualTo("platen.dev/v1alpha1");
        assertThat(spec).isNotNull();
    }

    @Test
    void shouldGiveTheAutoscalerAnObjectWithoutUnknownFieldsAndTheMetricOfTheOperator() throws IOException {
        // Given
        JsonNode sample = read("desired-replicas-hpa");

        // When
        HorizontalPodAutoscalerSpec spec = STRICT.convertValue(sample.get("spec"), HorizontalPodAutoscalerSpec.class);

        // Then
        assertThat(spec.getAdditionalProperties()).isEmpty();
        assertThat(spec.getMetrics().getFirst().getExternal().getAdditionalProperties())
                .isEmpty();
        assertThat(spec.getBehavior().getScaleDown().getAdditionalProperties()).isEmpty();
        assertThat(spec.getMetrics().getFirst().getExternal().getMetric().getName())
                .isEqualTo("platen_operator_desired_replicas");
    }

    @Test
    void shouldAskPrometheusForTheMetricOfTheOperatorInTheScaledObject() throws IOException {
        // Given
        JsonNode sample = read("desired-replicas-keda");

        // When
        JsonNode trigger = sample.at("/spec/triggers/0");

        // Then
        assertThat(sample.get("kind").asText()).isEqualTo("ScaledObject");
        assertThat(trigger.at("/metadata/query").asText()).startsWith("max(platen_operator_desired_replicas{");
        assertThat(trigger.get("metricType").asText()).isEqualTo("AverageValue");
    }

    private static Class<?> specOf(String kind) {
        return switch (kind) {
            case "CacheCluster" -> CacheClusterSpec.class;
            case "UiSchema" -> UiSchemaSpec.class;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static JsonNode read(String file) throws IOException {
        return new KubernetesSerialization()
                .unmarshal(Files.readString(Golden.repository("k8s/samples/" + file + ".yaml")), JsonNode.class);
    }
}
