package dev.platen.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.gateway.console.SchemaDifference.Break;
import dev.platen.gateway.console.SchemaDifference.Change;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How versions of a document differ, and whether data of the older one may be refused by the newer one. */
class SchemaDifferenceTest {
    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode field(String keywords) {
        return json("{\"properties\": {\"a\": {%s}}}".formatted(keywords.replace('\'', '"')));
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
        JsonNode before = json("""
                {"schema": {"additionalProperties": false, "properties": {
                  "gone": {}, "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}}},
                  "$defs": {"line": {"properties": {"amount": {"type": "number", "title": "Amount"}}}}},
                 "uiSchema": {"lines": {"ui:order": ["a"]}}}""");
        JsonNode after = json("""
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

    @Test
    void shouldEndWhereASchemaContainsItself() {
        // Given
        JsonNode person =
                json("{\"properties\": {\"team\": {\"items\": {\"$ref\": \"#\"}}, \"self\": {\"$ref\": \"#\"}}}");
        JsonNode circle = json("{\"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {\"$ref\": \"#/$defs/a\"}}}");

        // When
        SchemaDifference difference = SchemaDifference.between(person, circle);

        // Then
        assertThat(difference.vanishing())
                .contains("team", "team[].team", "self.self")
                .hasSizeLessThan(2_001);
    }

    @Test
    void shouldFindWhatDiffersBetweenPagesOfComponents() {
        // When
        SchemaDifference difference = SchemaDifference.between(
                json("{\"type\": \"page\", \"children\": [{\"type\": \"text\"}]}"),
                json("{\"type\": \"page\", \"children\": [{\"type\": \"badge\"}, {\"type\": \"text\"}]}"));

        // Then
        assertThat(difference.elsewhere()).containsExactly("/children/0/type", "/children/1");
        assertThat(difference.breaks()).isEmpty();
    }
}
