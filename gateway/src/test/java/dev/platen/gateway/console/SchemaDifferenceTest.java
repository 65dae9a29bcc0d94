package dev.platen.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.gateway.console.SchemaDifference.Break;
import dev.platen.gateway.console.SchemaDifference.Change;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How versions of a document differ, and whether data of the older one may be refused by the newer one. */
class SchemaDifferenceTest {
    private static final Path CASES =
            Home.path().resolve("gateway/src/test/resources/dev/platen/gateway/console/SchemaDifferenceTest");

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ComparedDocument document(String text) {
        return new ComparedDocument("person", json(text), Map.of());
    }

    private static ComparedDocument field(String keywords) {
        return document("{\"properties\": {\"a\": {%s}}}".formatted(keywords.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'type': 'number'              | 'type': 'integer'             | values of type number are refused
            'type': ['string', 'null']    | 'type': 'string'              | values of type null are refused
            'title': 'A'                  | 'title': 'A', 'type': 'null'  | values of type
            'enum': [1, 2, 3]             | 'enum': [1, 3]                | [2] is refused
            'title': 'A'                  | 'title': 'A', 'enum': ['x']   | anything but
            'title': 'A'                  | 'title': 'A', 'const': 1      | any other value than 1
            'minLength': 1                | 'minLength': 2                | less than 2 is refused
            'title': 'A'                  | 'title': 'A', 'minimum': 0    | less than 0 is refused
            'maxItems': 5                 | 'maxItems': 4                 | more than 4 is refused
            'pattern': 'a'                | 'pattern': 'b'                | the new pattern
            'title': 'A'                  | 'title': 'A', 'uniqueItems': true | the same value twice
            'title': 'A'                  | 'title': 'A', 'additionalProperties': false | not described
            """)
    void shouldFindWhatGetsStricter(String before, String after, String why) {
        // When
        SchemaDifference difference = SchemaDifference.between(field(before), field(after));
        SchemaDifference back = SchemaDifference.between(field(after), field(before));

        // Then
        assertThat(difference.breaks()).singleElement().satisfies(found -> {
            assertThat(found.path()).isEqualTo("a");
            assertThat(found.why()).contains(why);
        });
        assertThat(difference.changes()).hasSize(1);
        assertThat(back.breaks().isEmpty()).isEqualTo(!before.contains("pattern"));
    }

    @Test
    void shouldFindFieldsThatAppearVanishAndChange() {
        // Given
        ComparedDocument before = document("""
                {"schema": {"additionalProperties": false, "properties": {
                  "gone": {}, "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}}},
                  "$defs": {"line": {"properties": {"amount": {"type": "number", "title": "Amount"}}}}},
                 "uiSchema": {"lines": {"ui:order": ["a"]}}}""");
        ComparedDocument after = document("""
                {"schema": {"additionalProperties": false, "required": ["new"], "properties": {
                  "new": {}, "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}}},
                  "$defs": {"line": {"properties": {"amount": {"type": "number", "title": "Sum"}}}}},
                 "uiSchema": {"lines": {"ui:order": ["b"]}}}""");

        // When
        SchemaDifference difference = SchemaDifference.between(before, after);

        // Then
        assertThat(difference.appearing()).containsExactly("new");
        assertThat(difference.vanishing()).containsExactly("gone");
        assertThat(difference.changes())
                .containsExactly(new Change("lines[].amount", "title", "\"Amount\"", "\"Sum\""));
        assertThat(difference.breaks())
                .containsExactly(
                        new Break("new", "it is new, and data without it is refused"),
                        new Break("gone", "data that has it is refused"));
        assertThat(difference.elsewhere()).containsExactly("/uiSchema/lines/ui:order/0");
    }

    @TestFactory
    Stream<DynamicTest> shouldFollowReferences() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                        // Given
                        Map<String, JsonNode> others = others(folder);
                        ComparedDocument before = new ComparedDocument("person", read(folder, "before"), others);
                        ComparedDocument after = new ComparedDocument("person", read(folder, "after"), others);

                        // When
                        String found = Json.pretty(
                                        SchemaDifference.between(before, after).toJson()) + "\n";

                        // Then
                        Path golden = folder.resolve("difference.json");
                        if ("write".equals(System.getProperty("platen.goldens"))) {
                            Files.writeString(golden, found);
                        }
                        assertThat(found).isEqualTo(Files.readString(golden));
                    }));
        }
    }

    private static Map<String, JsonNode> others(Path folder) throws IOException {
        Map<String, JsonNode> others = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                if (name.startsWith("other.")) {
                    others.put(name.substring("other.".length()), Json.read(Files.readAllBytes(file)));
                }
            }
        }
        return others;
    }

    private static JsonNode read(Path folder, String name) throws IOException {
        return Json.read(Files.readAllBytes(folder.resolve(name + ".json")));
    }

    @Test
    void shouldEndWhereASchemaContainsItself() {
        // Given
        ComparedDocument person =
                document("{\"properties\": {\"team\": {\"items\": {\"$ref\": \"#\"}}, \"self\": {\"$ref\": \"#\"}}}");
        ComparedDocument circle = document("{\"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {\"$ref\": \"#/$defs/a\"}}}");

        // When
        SchemaDifference difference = SchemaDifference.between(person, circle);

        // Then
        assertThat(difference.vanishing()).containsExactly("team", "team[]", "self");
        assertThat(difference.isPartial()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allOf", "oneOf"})
    void shouldSayThatSchemasAreTooLargeToBeComparedWhole(String keyword) {
        // Given
        String doubling = IntStream.range(0, 60)
                .mapToObj(i -> "\"d%d\": {\"%s\": [{\"$ref\": \"#/$defs/d%d\"}, {\"$ref\": \"#/$defs/d%d\"}]}"
                        .formatted(i, keyword, i + 1, i + 1))
                .collect(Collectors.joining(", "));
        ComparedDocument large = document("{\"$ref\": \"#/$defs/d0\", \"$defs\": {%s}}".formatted(doubling));

        // When
        SchemaDifference difference = SchemaDifference.between(document("{}"), large);

        // Then
        assertThat(difference.isPartial()).isTrue();
    }

    @Test
    void shouldFindWhatDiffersBetweenPagesOfComponents() {
        // When
        SchemaDifference difference = SchemaDifference.between(
                document("{\"type\": \"page\", \"children\": [{\"type\": \"text\"}]}"),
                document("{\"type\": \"page\", \"children\": [{\"type\": \"badge\"}, {\"type\": \"text\"}]}"));

        // Then
        assertThat(difference.elsewhere()).containsExactly("/children/0/type", "/children/1");
        assertThat(difference.breaks()).isEmpty();
    }
}
