package dev.platen.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.gateway.console.Composition.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the editors of the playground make together, and where each of its lines was written. */
class CompositionTest {
    static List<String> examples() {
        return Examples.NAMES;
    }

    private static Draft draft(String document, String hints, String data) {
        return new Draft(document, hints, data, "", "plain", "en", "");
    }

    private static JsonNode read(Composition composition) {
        return Json.read(composition.bytes());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldPutTogetherWhatWasTakenApart(String name) {
        // Given
        JsonNode example = Json.read(Examples.find(name));

        // When
        JsonNode composed = read(Composition.of(Draft.of(example, name)));

        // Then
        assertThat(composed).isEqualTo(example);
    }

    @Test
    void shouldPutHintsAndDataBesideASchema() {
        // When
        Composition composed = Composition.of(draft("{\"type\": \"object\"}", "{\"ui:order\": []}", "{\"a\": 1}"));

        // Then
        assertThat(read(composed).toString())
                .isEqualTo("{\"schema\":{\"type\":\"object\"},\"uiSchema\":{\"ui:order\":[]},\"data\":{\"a\":1}}");
    }

    @Test
    void shouldKnowHintsOfJsonForms() {
        // When
        Composition composed = Composition.of(draft("{\"type\": \"object\"}", "{\"type\": \"VerticalLayout\"}", ""));

        // Then
        assertThat(read(composed).has("uischema")).isTrue();
    }

    @Test
    void shouldPutDataIntoAPageOfComponents() {
        // When
        Composition composed = Composition.of(draft("{\"type\": \"page\", \"children\": []}", "", "{\"a\": 1}"));

        // Then
        assertThat(read(composed).toString()).isEqualTo("{\"data\":{\"a\":1},\"type\":\"page\",\"children\":[]}");
    }

    @Test
    void shouldLeaveWhatIsNoObjectToTheCompiler() {
        // When
        Composition composed = Composition.of(draft("{\"type\": ", "{}", "{}"));

        // Then
        assertThat(composed.text()).isEqualTo("{\"type\": ");
        assertThat(composed.place(1, 9)).isEqualTo(new Place("document", 1, 9));
    }

    @Test
    void shouldSayWhereALineWasWritten() {
        // Given
        Composition beside = Composition.of(draft("{\n\"type\": \"WRONG\"}", "{\n\"x\": 1}", "{\n\n\"DATUM\": 1}"));
        Composition inside = Composition.of(draft("\n {\"type\": \"page\",\n\"WRONG\": 1}", "", "{\n\"DATUM\": 1}"));

        // When / Then
        assertThat(placeOf("WRONG", beside)).isEqualTo(new Place("document", 2, 10));
        assertThat(placeOf("DATUM", beside)).isEqualTo(new Place("data", 3, 2));
        assertThat(placeOf("page", inside)).isEqualTo(new Place("document", 2, 12));
        assertThat(placeOf("WRONG", inside)).isEqualTo(new Place("document", 3, 2));
        assertThat(placeOf("DATUM", inside)).isEqualTo(new Place("data", 2, 2));
    }

    private static Place placeOf(String word, Composition composition) {
        String before = composition.text().substring(0, composition.text().indexOf(word));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return composition.place(line, before.length() - before.lastIndexOf('\n'));
    }

    @Test
    void shouldKeepADraftAsItIs() {
        // Given
        Draft draft = new Draft("{\"ü\": 1}", "", "[]", "json-forms", "bootstrap", "de", "name");

        // When
        Draft kept = Draft.kept(Json.read(
                new String(Json.bytes(draft.toJson()), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(kept).isEqualTo(draft);
    }
}
