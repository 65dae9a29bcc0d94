package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.JsonSource;
import dev.platen.engine.json.Parsed;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.WholePage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Data is read by code of its own, which must take for JSON what the parser of documents does. */
class DataReadingTest {
    private static final Plan PLAN = Pages.plan("""
            {"type": "object", "properties": {
              "text": {"type": "string"}, "a name of many bytes": {"type": "number"}, "sure": {"type": "boolean"},
              "n\\u00fc": {"type": "string"},
              "list": {"type": "array", "items": {"type": "object", "properties": {"y": {"type": "string"}}}}}}
            """);
    private static final List<String> TEXTS = List.of(
            "{\"text\": \"a \\\"quoted\\\" \\u00fc\\n text\", \"a name of many bytes\": -12.5e+3, \"sure\": true}",
            "{\"sure\":false,\"list\":[{\"y\":\"1\"},{},{\"y\":null,\"z\":[[],{}]}],\"text\":\"longer than eight bytes\"}",
            " [ 0 , -0.0 , 1E5 , true , null , \"\u00e9\u20ac\" ] ",
            "{\"n\\u00fc\": \"by its escape\", \"other\": {\"text\": {\"text\": 1}}}",
            "{\"n\u00fc\": \"as it is\", \"text\": \"'&<>\\\\#\"}");
    private static final String ALPHABET = "{}[]:,\"\\ \n\t0123456789.eE+-truefalsn\u0000\u0001\u00fc/x";
    private static final int ROUNDS = 20_000;

    private final DocumentParser parser = new DocumentParser(Limits.DEFAULT);
    private final Renderer renderer = new Renderer(Limits.DEFAULT, "/assets/");

    @Test
    void shouldTakeForJsonWhatTheParserTakesForJson() {
        // Given
        Random random = new Random(7);

        for (int round = 0; round < ROUNDS; round++) {
            byte[] text = mutated(random);

            // When
            boolean isRendered = renderer.render(PLAN, text, Pages.FRAGMENT, new WholePage()) instanceof Rendered;

            // Then
            assertThat(isRendered)
                    .as("round %d: %s", round, new String(text, StandardCharsets.UTF_8))
                    .isEqualTo(text.length == 0 || isJson(text));
        }
    }

    private static byte[] mutated(Random random) {
        StringBuilder text = new StringBuilder(TEXTS.get(random.nextInt(TEXTS.size())));
        for (int changes = random.nextInt(3); changes > 0 && !text.isEmpty(); changes--) {
            int at = random.nextInt(text.length());
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, other);
                case 1 -> text.insert(at, other);
                case 2 -> text.deleteCharAt(at);
                default -> text.setLength(at);
            }
        }
        return Pages.utf8(text.toString());
    }

    /** None of the texts uses a name twice that the plan reads, and no single change makes one do so. */
    private boolean isJson(byte[] text) {
        return switch (parser.parse(text)) {
            case Parsed.Document document -> true;
            case Parsed.Malformed malformed ->
                malformed.diagnostics().stream().noneMatch(found -> found.code().equals(JsonSource.NOT_JSON));
        };
    }

    @Test
    void shouldReadTheSameWhereverTheTextEnds() {
        // Given
        String value = "{\"text\": \"'&<>\\\\# and more than that\", \"n\u00fc\": \"x\"}";
        String expected = Pages.fragment(PLAN, value);

        for (int blanks = 0; blanks < 20; blanks++) {
            // When
            String shifted = Pages.fragment(PLAN, " ".repeat(blanks) + value);
            String longer = Pages.fragment(PLAN, value + " ".repeat(blanks));

            // Then
            assertThat(shifted).isEqualTo(expected);
            assertThat(longer).isEqualTo(expected);
        }
        assertThat(expected).contains("value=\"&#39;&amp;&lt;&gt;\\# and more than that\"", "value=\"x\"");
    }
}
