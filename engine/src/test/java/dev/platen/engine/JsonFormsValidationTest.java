package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.validate.FieldErrors;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.ValidationError;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How documents in the words of JSON Forms are validated: with their own texts, and with times as JSON Forms keeps them. */
class JsonFormsValidationTest {
    private static final String TIME =
            "{\"schema\": {\"properties\": {\"t\": {\"type\": \"string\", \"format\": \"time\"}}}%s}";

    private static final String TEXTS = """
            {
              "schema": {
                "required": ["name"],
                "properties": {
                  "name": {"type": "string", "title": "Name"},
                  "age": {"type": "integer", "minimum": 18, "i18n": "person.age"},
                  "pets": {"items": {"properties": {"legs": {"maximum": 4}, "eyes": {"maximum": 8}}}}
                }
              },
              "uischema": {
                "type": "VerticalLayout",
                "elements": [
                  {"type": "Control", "scope": "#/properties/name", "i18n": "who"},
                  {"type": "Control", "scope": "#/properties/pets", "options": {"detail": {
                    "type": "Control", "scope": "#/properties/legs", "i18n": "leg"
                  }}}
                ]
              },
              "translations": {
                "en": {"error.maximum": "too many"},
                "de": {
                  "who.error.required": "Wer?",
                  "person.age.error.custom": "Kein Alter",
                  "leg.error.maximum": "Zu viele Beine",
                  "pets.eyes.error.maximum": "Zu viele Augen"
                }
              }
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"23:08", "23:08:00", "23:08:00Z", "23:08:00.5+02:00"})
    void shouldTakeTimesWithAndWithoutAnOffset(String time) {
        // Given
        String data = "{\"t\": \"%s\"}".formatted(time);

        // When
        List<ValidationError> errors = errors(TIME.formatted(", \"uischema\": {}"), data, "en");

        // Then
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24:00", "23:8", "23:60", "23:08:00 PM"})
    void shouldRefuseWhatIsNoTime(String time) {
        // Given
        String data = "{\"t\": \"%s\"}".formatted(time);

        // When
        List<ValidationError> errors = errors(TIME.formatted(", \"uischema\": {}"), data, "en");

        // Then
        assertThat(errors).hasSize(1);
    }

    @Test
    void shouldWantAnOffsetInOtherDocuments() {
        assertThat(errors(TIME.formatted(""), "{\"t\": \"23:08:00\"}", "en")).hasSize(1);
    }

    @Test
    void shouldSayWhatTheDocumentSaysAboutErrors() {
        // Given
        String data = "{\"age\": 3, \"pets\": [{}, {\"legs\": 5, \"eyes\": 9}]}";

        // When
        List<ValidationError> errors = errors(TEXTS, data, "de-AT");

        // Then
        assertThat(errors)
                .extracting(ValidationError::instanceLocation, ValidationError::error)
                .containsExactlyInAnyOrder(
                        tuple("/name", "Wer?"),
                        tuple("/age", "Kein Alter"),
                        tuple("/pets/1/legs", "Zu viele Beine"),
                        tuple("/pets/1/eyes", "Zu viele Augen"));
    }

    @Test
    void shouldSayWhatTheDocumentSaysAboutAKeywordOrElseWhatWeSay() {
        // When
        List<ValidationError> errors = errors(TEXTS, "{\"age\": 3, \"name\": \"\", \"pets\": [{\"legs\": 5}]}", "en");

        // Then
        assertThat(errors)
                .extracting(ValidationError::instanceLocation, ValidationError::error)
                .containsExactlyInAnyOrder(tuple("/age", "Enter 18 or more."), tuple("/pets/0/legs", "too many"));
    }

    private static List<ValidationError> errors(String document, String data, String locale) {
        Preparation preparation = new Validator(Limits.DEFAULT).prepare(Pages.utf8(document));
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        ValidationOutcome outcome = ((Preparation.Ready) preparation).schema().validate(Pages.utf8(data), locale);
        assertThat(outcome).isInstanceOf(ValidationOutcome.Validated.class);
        return FieldErrors.of((ValidationOutcome.Validated) outcome);
    }
}
