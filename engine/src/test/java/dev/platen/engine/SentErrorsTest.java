package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.plan.Parts;
import dev.platen.engine.form.SentErrors;
import dev.platen.engine.form.SentErrorsOutcome;
import dev.platen.engine.form.SentErrorsOutcome.Misunderstood;
import dev.platen.engine.form.SentErrorsOutcome.Understood;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that callers send with data. */
class SentErrorsTest {
    @Test
    void shouldFindThePartsThatShowThem() {
        // When
        SentErrorsOutcome outcome = read("""
                {"": "All in all wrong", "/email": "is taken", "/guests/0/first name": ["is short", "is rude"], "/a~1b": "is odd"}
                """);

        // Then
        assertThat(outcome)
                .isEqualTo(new Understood(Map.of(
                        "root", List.of("All in all wrong"),
                        "root_email", List.of("is taken"),
                        "root_guests_0_first%20name", List.of("is short", "is rude"),
                        "root_a/b", List.of("is odd"))));
    }

    @Test
    void shouldTakeNoBytesAsNoErrors() {
        // When
        SentErrorsOutcome outcome = SentErrors.read(new byte[0], Parts.NONE);

        // Then
        assertThat(outcome).isEqualTo(new Understood(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    []                     | must be an object
                    {"email": "x"}         | is named by a JSON Pointer
                    {"/email": 1}          | must be a text or a list of texts
                    {"/email": ["x", {}]}  | must be a text or a list of texts
                    {"/email": {"a": "x"}} | must be a text or a list of texts
                    """)
    void shouldSayWhatIsNotUnderstood(String json, String reason) {
        // When
        SentErrorsOutcome outcome = read(json);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Misunderstood.class, refused -> assertThat(
                        refused.problem().detail())
                .contains(reason));
    }

    @Test
    void shouldRefuseMoreThanTheLimit() {
        // Given
        String text = "x".repeat(SentErrors.MAX_BYTES);

        // When
        SentErrorsOutcome outcome = read("{\"/a\": \"%s\"}".formatted(text));

        // Then
        assertThat(outcome).isInstanceOf(Misunderstood.class);
    }

    private static SentErrorsOutcome read(String json) {
        return SentErrors.read(json.getBytes(StandardCharsets.UTF_8), Parts.NONE);
    }
}
