package dev.platen.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildTest {
    private static final List<byte[]> MESSAGE = List.of("{}".getBytes(StandardCharsets.UTF_8), new byte[0]);

    @Test
    void shouldEndAChildThatDoesNotAnswer() {
        // Given
        try (Child child = new Child(new ProcessBuilder("sleep", "600"), Duration.ofMillis(200))) {

            // When
            Answer answer = child.ask(MESSAGE);

            // Then
            assertThat(answer).isEqualTo(new Answer.Late());
        }
    }

    @Test
    void shouldSayHowAChildDied() {
        // Given
        try (Child child = new Child(new ProcessBuilder("sh", "-c", "exit 3"), Duration.ofSeconds(20))) {

            // When
            Answer answer = child.ask(MESSAGE);

            // Then
            assertThat(answer).isInstanceOf(Answer.Died.class);
        }
    }

    @Test
    void shouldRenderInAProcessOfItsOwn() {
        // Given
        Sample sample = Sample.document("one", "{\"type\":\"string\"}".getBytes(StandardCharsets.UTF_8));
        Sample broken = Sample.document("two", "{\n\"type\":".getBytes(StandardCharsets.UTF_8));
        try (Engine engine = Engine.with(List.of())) {

            // When
            Verdict page = engine.judge(sample);
            Verdict refusal = engine.judge(broken);

            // Then
            assertThat(page).isInstanceOfSatisfying(Verdict.Rendered.class, rendered -> assertThat(
                            new String(rendered.page(), StandardCharsets.UTF_8))
                    .contains("<form"));
            assertThat(refusal).isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(
                            Placement.isGood(refused, broken))
                    .isTrue());
        }
    }
}
