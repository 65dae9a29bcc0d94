package dev.platen.helm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.platen.helm.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of values in the chart's README is made of the schema, which describes, and the values, which are the defaults. */
class ReadmeTest {
    private static final String BEGIN = "<!-- values: made by ReadmeTest -->\n";
    private static final String END = "<!-- end of values -->\n";

    private final StringBuilder table = new StringBuilder("\n| value | default | meaning |\n|---|---|---|\n");

    @Test
    void shouldDescribeEveryValueWithItsDefault() throws IOException {
        // Given
        Path readme = Chart.FOLDER.resolve("README.md");
        String text = Files.readString(readme);
        JsonNode schema = new ObjectMapper()
                .readTree(Chart.FOLDER.resolve("values.schema.json").toFile());
        JsonNode values =
                new YAMLMapper().readTree(Chart.FOLDER.resolve("values.yaml").toFile());

        // When
        rows("", schema, values, schema.path("definitions"));

        // Then
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String after = text.substring(text.indexOf(END));
        Repository.verify(readme, before + table + "\n" + after);
    }

    private void rows(String prefix, JsonNode schema, JsonNode values, JsonNode definitions) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String key = prefix + property.getKey();
            JsonNode value = values.path(property.getKey());
            JsonNode described = property.getValue();
            if (described.path("properties").isObject() && !value.isMissingNode()) {
                rows(key + ".", described, value, definitions);
                continue;
            }
            String definition = described.path("$ref").asText().replaceFirst(".*/", "");
            String meaning = described.has("description")
                    ? described.path("description").asText()
                    : definitions.path(definition).path("description").asText();
            assertThat(meaning).as("description of %s", key).isNotBlank();
            String shown = value.isMissingNode() ? "" : "`%s`".formatted(value);
            table.append("| `%s` | %s | %s |\n".formatted(key, shown, meaning));
        }
    }
}
