package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.topic.Topic;
import dev.platen.helm.source.Repository;
import dev.platen.transport.KafkaConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/deploy.md says of Kafka is what the services do. */
class DeployGuideTest {
    private static final Path GUIDE = Repository.path("docs/deploy.md");
    private static final String BEGIN = "<!-- topics: made by DeployGuideTest -->\n";
    private static final String END = "<!-- end of topics -->\n";

    @Test
    void shouldListTheTopicsAsTheyAreCreated() throws IOException {
        // Given
        String guide = Files.readString(GUIDE);
        StringBuilder table = new StringBuilder("\n| topic | partitions | settings |\n|---|---|---|\n");

        // When
        for (Topic topic : Topic.values()) {
            String settings = new TreeMap<>(topic.settings())
                    .entrySet().stream()
                            .map(setting -> "`%s=%s`".formatted(setting.getKey(), setting.getValue()))
                            .collect(Collectors.joining(", "));
            table.append("| `%s` | %d | %s |\n".formatted(topic.topicName(), topic.partitions(), settings));
        }

        // Then
        String before = guide.substring(0, guide.indexOf(BEGIN) + BEGIN.length());
        Repository.verify(GUIDE, before + table + "\n" + guide.substring(guide.indexOf(END)));
    }

    @Test
    void shouldShowASecretWhoseSettingsReachEveryClient() throws IOException {
        // Given
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf("```properties\n") + "```properties\n".length();
        Properties secret = new Properties();
        secret.load(new StringReader(guide.substring(begin, guide.indexOf("```", begin))));
        Map<String, String> settings =
                secret.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, secret::getProperty));

        // When
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "secret"))
                .addDefaultInterceptors()
                .withMapping(KafkaConfig.class)
                .build();

        // Then
        Map<String, String> properties =
                config.getConfigMapping(KafkaConfig.class).properties();
        assertThat(properties).containsOnlyKeys("security.protocol", "sasl.mechanism", "sasl.jaas.config");
    }
}
