package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.Prepared;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.ValidationOutcome.ValidationRejected;
import dev.platen.engine.validate.Validator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One test a threat: each ends, with an answer, in a time that no machine is too slow for. */
class ValidatorThreatTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Validator VALIDATOR = new Validator(Limits.DEFAULT);

    private static ValidationOutcome validate(String schema, String data) {
        return assertTimeoutPreemptively(PATIENCE, () -> VALIDATOR.validate(Pages.utf8(schema), Pages.utf8(data)));
    }

    private static boolean isValid(String schema, String data) {
        ValidationOutcome outcome = validate(schema, data);
        assertThat(outcome).isInstanceOf(Validated.class);
        return ((Validated) outcome).isValid();
    }

    private static String refusal(String schema, String data) {
        ValidationOutcome outcome = validate(schema, data);
        assertThat(outcome).isInstanceOf(ValidationRejected.class);
        return ((ValidationRejected) outcome).problem().detail();
    }

    private static String repeated(int count, String separator, String format) {
        return IntStream.range(0, count).mapToObj(i -> format.formatted(i)).collect(Collectors.joining(separator));
    }

    @Test
    void shouldEndADynamicReferenceThatNeverEnds() {
        assertThat(refusal("{\"$dynamicAnchor\": \"a\", \"allOf\": [{\"$dynamicRef\": \"#a\"}]}", "1"))
                .contains("deep");
    }

    @Test
    void shouldEndALadderOfAllOf() {
        // Given
        String steps = repeated(
                40,
                ",",
                "\"d%1$d\": {\"allOf\": [{\"$ref\": \"#/$defs/e%1$d\"}, {\"$ref\": \"#/$defs/e%1$d\"}]},"
                        + "\"e%1$d\": {\"$ref\": \"#/$defs/x%1$d\"}, \"x%1$d\": {\"minLength\": 1}");
        String ladder = IntStream.range(0, 40)
                .mapToObj(i -> "\"l%d\": {\"allOf\": [{\"$ref\": \"#/$defs/l%d\"}, {\"$ref\": \"#/$defs/l%d\"}]}"
                        .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(","));

        // When
        String refusal =
                refusal("{\"$ref\": \"#/$defs/l0\", \"$defs\": {%s, %s, \"l40\": {}}}".formatted(steps, ladder), "1");

        // Then
        assertThat(refusal).contains("steps");
    }

    @Test
    void shouldCompareManyItemsWhoseHashesAreEqual() {
        // Given
        String data = "[" + repeated(50_000, ",", "1.00000000000000000000000000%06d") + "]";

        // When, Then
        assertThat(isValid("{\"uniqueItems\": true}", data)).isTrue();
    }

    @Test
    void shouldEndMuchComparingOfMuch() {
        // Given
        String schema = "{\"allOf\": [" + repeated(5_000, ",", "{\"uniqueItems\": true, \"minItems\": %d}") + "]}";
        String data = "[" + repeated(50_000, ",", "\"item number %d\"") + "]";

        // When, Then
        assertThat(refusal(schema, data)).contains("steps");
    }

    @Test
    void shouldEndMuchMatchingOfLargePatterns() {
        // Given
        String schema = "{\"items\": {\"pattern\": \"^(([a-z]?[a-z]?){20}){20}$\"}}";
        String data = "[" + repeated(50, ",", "\"" + "a".repeat(60_000) + "%d\"") + "]";

        // When, Then
        assertThat(refusal(schema, data)).contains("steps");
    }

    @Test
    void shouldRefusePatternsThatAreTooLargeTogether() {
        // Given
        String schema = "{\"allOf\": [" + repeated(2_000, ",", "{\"pattern\": \"%d([a-z]{500}){2}\"}") + "]}";

        // When, Then
        assertThat(refusal(schema, "1")).contains("patterns", "too large together");
    }

    @Test
    void shouldRefuseReferencesThatMultiplyTheSchema() {
        // Given
        String inner = "{\"type\": \"string\"}";
        String deep = "{\"properties\": {" + repeated(2_000, ",", "\"p%d\": " + inner) + "}}";
        String refs = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"$ref\": \"#/x" + i + "/../y\"}".replace("/x" + i + "/../y", "/%" + "64eep/a" + i))
                .collect(Collectors.joining(","));
        String members = repeated(10, ",", "\"a%d\": " + deep);

        // When
        ValidationOutcome outcome = validate("{\"deep\": {%s}, \"allOf\": [%s]}".formatted(members, refs), "1");

        // Then
        assertThat(outcome).isInstanceOf(ValidationRejected.class);
    }

    @Test
    void shouldBoundTheErrorsOfManyAlternatives() {
        // Given
        String names = repeated(1_000, ",", "\"n%d\"");
        String branches = repeated(2_000, ",", "{\"$ref\": \"#/$defs/a\", \"minItems\": %d}");
        String schema = "{\"anyOf\": [%s], \"$defs\": {\"a\": {\"required\": [%s]}}}".formatted(branches, names);

        // When
        ValidationOutcome outcome = validate(schema, "{}");

        // Then
        assertThat(outcome).isInstanceOf(Validated.class);
        assertThat(((Validated) outcome).errors()).hasSize(1_000);
    }

    @Test
    void shouldEndMuchLookingForUnevaluatedMembers() {
        // Given
        String branches = repeated(8_000, ",", "{\"properties\": {\"a\": {}}, \"required\": [\"n%d\"]}");

        // When
        ValidationOutcome outcome =
                validate("{\"anyOf\": [%s], \"unevaluatedProperties\": false}".formatted(branches), "{\"a\": 1}");

        // Then
        assertThat(outcome).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"multipleOf\": 2} | 9007199254740993 | false",
                "{\"multipleOf\": 0.01} | 0.07 | true",
                "{\"multipleOf\": 1e-400} | 1e400 | true",
                "{\"type\": \"integer\", \"maximum\": 10} | 1e30 | false",
                "{\"maxItems\": 99999999999} | [1] | true",
                "{\"minLength\": 99999999999} | \"a\" | false",
                "{\"const\": {\"a\": [1.0]}} | {\"a\": [1]} | true",
                "{\"enum\": [{\"a\": 1}]} | {\"a\": 1.0} | true",
                "{\"uniqueItems\": true} | [1, 1.0] | false",
                "{\"uniqueItems\": true} | [\"1\", 1, [1], {\"1\": 1}, true] | true"
            })
    void shouldCalculateWithoutRounding(String schema, String data, boolean isValid) {
        assertThat(isValid(schema, data)).isEqualTo(isValid);
    }

    @Test
    void shouldNotFollowFormatsIntoBacktracking() {
        // Given
        String text = "\"" + "{a".repeat(20_000) + "\"";

        // When, Then
        for (String format : List.of(
                "uri-template",
                "email",
                "hostname",
                "idn-hostname",
                "uri",
                "iri-reference",
                "json-pointer",
                "duration",
                "ipv6",
                "regex",
                "data-url")) {
            validate("{\"format\": \"" + format + "\"}", text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "color | #a0B1c2 | true", "color | red; x | false",
                        "data-url | data:text/plain;name=a.txt;base64,aGk= | true",
                "data-url | javascript:alert(1) | false", "regex | ^(?=a)b\\1 | true", "regex | ^(abc] | false",
                "regex | \\Z | false", "duration | P1DT12H | true", "duration | P1D12H | false",
                "uri-template | /a/{b,c*}{?d} | true", "uri-template | /a/{b | false", "style | anything | true"
            })
    void shouldAssertFormats(String format, String text, boolean isValid) {
        assertThat(isValid("{\"format\": \"" + format + "\"}", "\"" + text.replace("\\", "\\\\") + "\""))
                .isEqualTo(isValid);
    }

    @Test
    void shouldLoadDocumentsThatAreHandedInOnly() {
        // Given
        byte[] schema = Pages.utf8("{\"$ref\": \"https://registry/address#/$defs/zip\"}");
        Map<String, byte[]> registry =
                Map.of("https://registry/address", Pages.utf8("{\"$defs\": {\"zip\": {\"minLength\": 5}}}"));

        // When
        Preparation known = VALIDATOR.prepare(schema, registry);
        Preparation unknown = VALIDATOR.prepare(schema);
        Preparation broken = VALIDATOR.prepare(schema, Map.of("https://registry/address", Pages.utf8("{\"a\": 1")));

        // Then
        assertThat(known).isInstanceOf(Preparation.Ready.class);
        Prepared prepared = ((Preparation.Ready) known).schema();
        assertThat(((Validated) prepared.validate(Pages.utf8("\"1\""), "en")).errors())
                .extracting(error -> error.absoluteKeywordLocation())
                .containsExactly("https://registry/address#/$defs/zip/minLength");
        assertThat(unknown).isInstanceOf(Preparation.Rejected.class);
        assertThat(broken).isInstanceOf(Preparation.Rejected.class);
    }

    @Test
    void shouldRefuseMetaSchemasThatDescribeEachOther() {
        // Given
        Map<String, byte[]> registry = Map.of(
                "https://registry/a", Pages.utf8("{\"$schema\": \"https://registry/b\"}"),
                "https://registry/b", Pages.utf8("{\"$schema\": \"https://registry/a\"}"));

        // When
        Preparation preparation = VALIDATOR.prepare(Pages.utf8("{\"$schema\": \"https://registry/a\"}"), registry);

        // Then
        assertThat(preparation).isInstanceOf(Preparation.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"items\": [{\"type\": \"string\"}]} | [1] | false",
                "{\"prefixItems\": [{}], \"items\": false, \"definitions\": {}} | [1, 2] | false",
                "{\"maximum\": 3, \"exclusiveMaximum\": true} | 3 | false",
                "{\"dependencies\": {\"a\": [\"b\"]}} | {\"a\": 1} | false",
                "{\"properties\": {\"definitions\": {}}, \"minContains\": 0, \"contains\": false} | [] | true"
            })
    void shouldChooseTheDraftByTheKeywords(String schema, String data, boolean isValid) {
        assertThat(isValid(schema, data)).isEqualTo(isValid);
    }

    @Test
    void shouldValidateInManyThreadsAtOnce() {
        // Given
        Preparation preparation = VALIDATOR.prepare(
                Pages.utf8(
                        "{\"properties\": {\"next\": {\"$ref\": \"#\"}, \"value\": {\"type\": \"integer\", \"pattern\": \"a\"}}}"));
        Prepared schema = ((Preparation.Ready) preparation).schema();
        byte[] data = Pages.utf8("{\"next\":".repeat(20) + "{\"value\": \"x\"}" + "}".repeat(20));

        // When
        List<ValidationOutcome> outcomes = IntStream.range(0, 200)
                .parallel()
                .mapToObj(_ -> schema.validate(data, "en"))
                .distinct()
                .toList();

        // Then
        assertThat(outcomes).hasSize(1);
        assertThat(((Validated) outcomes.getFirst()).errors()).hasSize(2);
    }
}
