package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.validate.FieldErrors;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.ValidationError;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.Validator;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told of their data, and where. */
class ValidationMessagesTest {
    private static Validated validated(String schema, String data, String locale) {
        Preparation preparation = new Validator(Limits.DEFAULT).prepare(Pages.utf8(schema));
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        return (Validated) ((Preparation.Ready) preparation).schema().validate(Pages.utf8(data), locale);
    }

    private static List<String> fields(String schema, String data) {
        return FieldErrors.of(validated(schema, data, "en")).stream()
                .map(error -> error.instanceLocation() + " " + error.keyword())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Enter at least 3 characters.",
                "de-AT | Geben Sie mindestens 3 Zeichen ein.",
                "fr | Saisissez au moins 3 caractères.",
                "es_MX | Escriba al menos 3 caracteres.",
                "ja | 3 文字以上で入力してください。",
                "AR | الحد الأدنى لعدد الأحرف: 3. أضف أحرفًا.",
                "tlh | Enter at least 3 characters.",
                "'' | Enter at least 3 characters."
            })
    void shouldSpeakTheLanguageOrEnglish(String locale, String message) {
        // When
        Validated outcome = validated("{\"minLength\": 3}", "\"ab\"", locale);

        // Then
        assertThat(outcome.errors()).extracting(ValidationError::error).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "ja", "ar"})
    void shouldSayTheSameInEveryLanguage(String language) throws IOException {
        // Given
        Properties english = texts("en");

        // When
        Properties texts = texts(language);

        // Then
        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(placeholders(texts.getProperty(key)))
                .as(key)
                .isEqualTo(placeholders(english.getProperty(key))));
    }

    private static Properties texts(String language) throws IOException {
        String file = "messages/" + language + ".properties";
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Validator.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toSet());
    }

    @Test
    void shouldNameAMissingMemberByItsTitle() {
        // When
        Validated outcome =
                validated("{\"required\": [\"a\"], \"properties\": {\"a\": {\"title\": \"First name\"}}}", "{}", "en");

        // Then
        assertThat(outcome.errors())
                .extracting(ValidationError::error)
                .containsExactly("“First name” is missing. Enter a value.");
    }

    @Test
    void shouldLetTheSchemaSpeakForItself() {
        // Given
        String schema = """
                {"properties": {
                   "all": {"minLength": 3, "errorMessage": "Too short {0}."},
                   "some": {"minLength": 3, "pattern": "x", "errorMessage": {"minLength": "Much too short."}}},
                 "required": ["name", "mail"],
                 "errorMessage": {"required": {"name": "Who are you?"}}}
                """;

        // When
        Validated outcome = validated(schema, "{\"all\": \"a\", \"some\": \"b\"}", "de");

        // Then
        assertThat(outcome.errors())
                .extracting(ValidationError::error)
                .containsExactly(
                        "Too short {0}.",
                        "Much too short.",
                        "Geben Sie dies in der erwarteten Form ein.",
                        "Who are you?",
                        "„mail“ fehlt. Geben Sie einen Wert ein.");
    }

    @Test
    void shouldLocateErrorsAtFields() {
        assertThat(fields("{\"required\": [\"a/b\"]}", "{}")).containsExactly("/a~1b required");
        assertThat(fields("{\"dependentRequired\": {\"a\": [\"b\"]}}", "{\"a\": 1}"))
                .containsExactly("/b dependentRequired");
        assertThat(fields(
                        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"dependencies\": {\"a\": [\"b\"]}}",
                        "{\"a\": 1}"))
                .containsExactly("/b dependentRequired");
        assertThat(fields("{\"properties\": {\"x\": {\"additionalProperties\": false}}}", "{\"x\": {\"y\": 1}}"))
                .containsExactly("/x/y additionalProperties");
        assertThat(fields("{\"properties\": {\"x\": false}}", "{\"x\": 1}")).containsExactly("/x false");
    }

    @Test
    void shouldShowTheClosestAlternativeOnly() {
        // Given
        String schema = """
                {"properties": {"anyOf": {"oneOf": [
                  {"properties": {"kind": {"const": "a"}, "x": {"type": "string"}}},
                  {"properties": {"kind": {"const": "b"}, "y": {"minLength": 3}}}]}}}
                """;

        // When
        List<String> fields = fields(schema, "{\"anyOf\": {\"kind\": \"b\", \"y\": \"-\"}}");

        // Then
        assertThat(fields).containsExactly("/anyOf oneOf", "/anyOf/y minLength");
    }

    @Test
    void shouldTellTheSameInTheSameOrder() {
        // Given
        String schema = "{\"patternProperties\": {\"a\": {\"minLength\": 9}, \"b\": {\"type\": \"null\"},"
                + " \"c\": {\"enum\": [1]}, \"d\": {\"const\": 2}}, \"anyOf\": [false, {\"required\": [\"z\"]}]}";
        String data = "{\"abcd\": \"x\", \"dcba\": \"y\"}";

        // When
        Validated first = validated(schema, data, "en");
        Validated second = validated(schema, data, "en");

        // Then
        assertThat(first.toJson()).isEqualTo(second.toJson());
        assertThat(first.errors()).hasSize(11);
    }
}
