package dev.platen.helm.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.transport.KafkaConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The settings that Kafka's clients get of a rendering: the file of its ConfigMap, as a service reads it. */
final class ClientSettings {
    private ClientSettings() {}

    /** With the Secrets in another folder than {@code /etc/platen}. */
    static Map<String, String> of(List<JsonNode> objects, Path mounted) throws IOException {
        Properties file = new Properties();
        file.load(new StringReader(Chart.ofKind(objects, "ConfigMap")
                .getFirst()
                .at("/data/kafka.properties")
                .asText()
                .replace("/etc/platen", mounted.toString())));
        Map<String, String> settings =
                file.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, file::getProperty));
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "kafka.properties"))
                .addDefaultInterceptors()
                .withMapping(KafkaConfig.class)
                .build()
                .getConfigMapping(KafkaConfig.class)
                .properties();
    }
}
