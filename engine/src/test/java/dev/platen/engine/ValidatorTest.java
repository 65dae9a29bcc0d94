package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.ValidationOutcome.ValidationRejected;
import dev.platen.engine.validate.Validator;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data against schemas, both of them hostile. */
class ValidatorTest {
    private static final Validator VALIDATOR = new Validator(Limits.DEFAULT);

    private static ValidationOutcome validate(String document, String data) {
        return VALIDATOR.validate(Pages.utf8(document), Pages.utf8(data));
    }

    private static String detail(ValidationOutcome outcome) {
        assertThat(outcome).isInstanceOf(ValidationRejected.class);
        return ((ValidationRejected) outcome).problem().detail();
    }

    @Test
    void shouldPrintBasicOutput() {
        // Given
        String document = """
                {"schema": {"type": "object", "required": ["name"], "properties": {
                  "name": {"type": "string"}, "mail": {"$ref": "#/$defs/mail"}},
                  "$defs": {"mail": {"type": "string", "format": "email"}}}}
                """;

        // When
        ValidationOutcome outcome = validate(document, "{\"mail\": \"nobody\"}");

        // Then
        assertThat(outcome).isInstanceOf(Validated.class);
        assertThat(new String(((Validated) outcome).toJson(), StandardCharsets.UTF_8))
                .isEqualTo("{\"valid\":false,\"errors\":["
                        + "{\"valid\":false,\"keywordLocation\":\"/properties/mail/$ref/format\","
                        + "\"instanceLocation\":\"/mail\",\"error\":\"Enter an email address, such as"
                        + " name@example.org.\"},"
                        + "{\"valid\":false,\"keywordLocation\":\"/required\",\"instanceLocation\":\"\","
                        + "\"error\":\"“name” is missing. Enter a value.\"}]}");
    }

    @Test
    void shouldAcceptValidData() {
        // When
        ValidationOutcome outcome = validate("{\"type\": \"integer\", \"minimum\": 3}", "4");

        // Then
        assertThat(outcome).isInstanceOf(Validated.class);
        assertThat(new String(((Validated) outcome).toJson(), StandardCharsets.UTF_8))
                .isEqualTo("{\"valid\":true}");
    }

    @Test
    void shouldReadTheDraftThatTheSchemaNames() {
        // Given
        String tuple = "\"type\": \"array\", \"items\": [{\"type\": \"string\"}]}";

        // When
        ValidationOutcome draft7 =
                validate("{\"$schema\": \"http://json-schema.org/draft-07/schema#\", " + tuple, "[1]");

        // Then
        assertThat(draft7).isInstanceOf(Validated.class);
        assertThat(((Validated) draft7).isValid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/schema.json",
                "http://localhost:1/schema.json",
                "file:///etc/passwd",
                "classpath:draft-07/schema",
                "jar:file:/x.jar!/schema"
            })
    void shouldLoadNothingFromElsewhere(String address) {
        // When
        ValidationOutcome outcome = validate("{\"$ref\": \"%s\"}".formatted(address), "1");

        // Then
        assertThat(outcome).isInstanceOf(ValidationRejected.class);
    }

    @Test
    void shouldRefuseAMetaSchemaFromElsewhere() {
        assertThat(validate("{\"$schema\": \"https://example.org/meta\"}", "1")).isInstanceOf(ValidationRejected.class);
    }

    @Test
    void shouldRefuseExpensivePatterns() {
        assertThat(detail(validate("{\"type\": \"string\", \"pattern\": \"(a{100}){100}\"}", "\"a\"")))
                .contains("pattern", "10000");
        assertThat(detail(validate("{\"patternProperties\": {\"(?!x)\": {}}}", "{\"a\": 1}")))
                .contains("look-around");
    }

    @Test
    void shouldReadPatternsAsEcmaScriptDoes() {
        // Given
        String schema = "{\"type\": \"string\", \"pattern\": \"^[\\\\u00e0-\\\\u00ff]+\\\\/\\\\d\\\\u0041?$\"}";

        // When
        ValidationOutcome fits = validate(schema, "\"\u00e9/1A\"");
        ValidationOutcome differs = validate(schema, "\"e/1\"");

        // Then
        assertThat(((Validated) fits).isValid()).isTrue();
        assertThat(((Validated) differs).isValid()).isFalse();
    }

    @Test
    void shouldMatchPatternsInLinearTime() {
        // When
        ValidationOutcome outcome =
                validate("{\"type\": \"string\", \"pattern\": \"^(a+)+$\"}", "\"" + "a".repeat(50_000) + "b\"");

        // Then
        assertThat(outcome).isInstanceOf(Validated.class);
    }

    @Test
    void shouldEndASchemaThatGrowsWithDepth() {
        // Given
        String schema = "{\"properties\": {\"x\": {\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}}}";
        String data = "{\"x\":".repeat(50) + "1" + "}".repeat(50);

        // When
        ValidationOutcome outcome = validate(schema, data);

        // Then
        assertThat(detail(outcome)).contains("steps");
    }

    @Test
    void shouldEndASchemaThatNeverEnds() {
        assertThat(detail(validate("{\"anyOf\": [{\"$ref\": \"#\"}]}", "1"))).contains("deep");
        assertThat(validate("{\"$ref\": \"#\"}", "1")).isInstanceOf(ValidationRejected.class);
    }

    @Test
    void shouldEndALongChainOfReferences() {
        // Given
        String chain = IntStream.range(0, 5_000)
                .mapToObj(i -> "\"d%d\": {\"$ref\": \"#/$defs/d%d\"}".formatted(i, i + 1))
                .collect(Collectors.joining(","));

        // When
        ValidationOutcome outcome =
                validate("{\"$ref\": \"#/$defs/d0\", \"$defs\": {%s, \"d5000\": {}}}".formatted(chain), "1");

        // Then
        assertThat(detail(outcome)).contains("deep");
    }

    @Test
    void shouldRefuseNumbersThatExactArithmeticWouldWriteOut() {
        assertThat(detail(validate("{\"multipleOf\": 0.01}", "1e999999999"))).contains("exponent");
        assertThat(detail(validate("{\"multipleOf\": 1E-999999999}", "1"))).contains("exponent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\": 1, \"a\": 2}", "[1] 2", "\u0000", "nul"})
    void shouldRefuseMalformedData(String data) {
        // When
        ValidationOutcome outcome = validate("{}", data);

        // Then
        assertThat(outcome).isInstanceOf(ValidationRejected.class);
        assertThat(((ValidationRejected) outcome).problem().code()).isEqualTo(ProblemCode.DATA_REJECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"type\": 5}",
                "{\"type\": \"strng\"}",
                "{\"properties\": []}",
                "{\"required\": 5}",
                "{\"minLength\": \"x\"}",
                "{\"items\": 3}",
                "{\"$ref\": 5}",
                "{\"$ref\": \"#/$defs/%zz\"}",
                "{\"$id\": \"::::\"}",
                "{\"$schema\": 5}",
                "{\"enum\": 5}",
                "{\"allOf\": {}}",
                "{\"multipleOf\": 0}",
                "{\"pattern\": 5}",
                "{\"format\": 5}",
                "{\"$anchor\": \"a b\", \"$ref\": \"#a b\"}"
            })
    void shouldAnswerWhateverTheSchemaIs(String schema) {
        assertThat(validate(schema, "{\"a\": [1, \"x\"]}")).isNotNull();
    }
}
