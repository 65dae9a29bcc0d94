package dev.platen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.platen.contract.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description that programs read says what there is: neither more nor less. */
class OpenApiTest {
    private static final Path ROUTES = Path.of("src/main/java/dev/platen/gateway/Routes.java");
    private static final Path DESCRIPTION = Path.of("src/main/resources/META-INF/openapi.yaml");

    @Test
    void shouldDescribeEveryAddressAndNoOther() throws IOException {
        // Given
        Set<String> mounted = Pattern.compile("router\\.(get|put|post|delete)\\(\"(/v1/[^\"]*)\"\\)")
                .matcher(Files.readString(ROUTES))
                .results()
                .map(route -> route.group(1) + " " + route.group(2).replaceAll(":(\\w+)", "{$1}"))
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> described = new TreeSet<>();
        description().path("paths").properties().forEach(path -> path.getValue()
                .propertyStream()
                .filter(operation -> operation.getValue().has("operationId"))
                .forEach(operation -> described.add(operation.getKey() + " " + path.getKey())));

        // Then
        assertThat(described).isNotEmpty().isEqualTo(mounted);
    }

    @Test
    void shouldNameEveryCodeOfAProblem() throws IOException {
        // When
        Set<String> named = new TreeSet<>();
        description().at("/components/schemas/Problem/properties/code/enum").forEach(code -> named.add(code.asText()));

        // Then
        assertThat(named)
                .isEqualTo(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::label)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void shouldReferToNothingThatIsNotThere() throws IOException {
        // Given
        JsonNode description = description();

        // When / Then
        assertThat(description.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        description.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    private static JsonNode description() throws IOException {
        return new YAMLMapper().readTree(DESCRIPTION.toFile());
    }
}
