package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.SubmissionOutcome.SubmissionRejected;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Forms that are posted in parts, well-formed and not. A case is a file: the media type, and from the next line on the body,
 * whose line ends are carriage return and line feed.
 */
class MultipartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Submission SUBMISSION = new Submission(Limits.DEFAULT);
    private static final String USUAL = "multipart/form-data; boundary=b";
    private static final Plan FORM = Pages.plan("""
            {"type": "object", "properties": {
              "a": {"type": "string"}, "file": {"type": "string", "format": "data-url"},
              "files": {"type": "array", "items": {"type": "string", "format": "data-url"}},
              "b\\"\\\\": {"type": "string"}, "lines": {"type": "string"}}}
            """);

    @TestFactory
    Stream<DynamicTest> shouldReadOrRefuse() {
        return Fixtures.of(MultipartTest.class).cases().stream()
                .filter(file -> file.toString().endsWith(".in"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> verify(file)));
    }

    private static void verify(Path file) {
        // Given
        String[] input = new String(Fixtures.read(file), UTF_8).split("\n", 2);
        byte[] body = input[1].replace("\n", "\r\n").getBytes(UTF_8);

        // When
        SubmissionOutcome outcome = SUBMISSION.apply(FORM, input[0], body, Pages.NO_DATA);

        // Then
        Path golden = file.resolveSibling(file.getFileName().toString().replace(".in", ".out"));
        Fixtures.assertGolden(golden, printed(outcome) + "\n");
        assertThat(outcome)
                .isInstanceOf(
                        file.getFileName().toString().startsWith("invalid-")
                                ? SubmissionRejected.class
                                : Applied.class);
    }

    private static String printed(SubmissionOutcome outcome) {
        return switch (outcome) {
            case Applied applied -> new String(applied.data(), UTF_8);
            case SubmissionRejected rejected ->
                rejected.problem().code().label() + ": " + rejected.problem().detail();
        };
    }

    private static String part(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, content);
    }

    private static Map<String, String> bodies() {
        return Map.of(
                "many parts", part("a", "x").repeat(60_000) + "--b--",
                "more parts than controls may be", "--b\r\n\r\n\r\n".repeat(400_000) + "--b--",
                "beginnings of the boundary", part("a", "\r\n--".repeat(900_000)) + "--b--",
                "boundaries that go on", part("a", "\r\n--bb".repeat(590_000)) + "--b--",
                "space behind boundaries", part("a", ("\r\n--b" + " ".repeat(100)).repeat(35_000)) + "--b--",
                "a head without an end", "--b\r\n" + "x".repeat(4_000_000),
                "long heads", ("--b\r\n" + "x: y;".repeat(1_600) + "\r\n\r\n\r\n").repeat(500) + "--b--",
                "many parameters",
                        ("--b\r\nContent-Disposition: form-data" + ";=".repeat(4_000) + "; name=a\r\n\r\n\r\n")
                                        .repeat(500)
                                + "--b--",
                "many empty files",
                        "--b\r\nContent-Disposition: form-data; name=root_files; filename=x\r\n\r\n\r\n".repeat(55_000)
                                + "--b--");
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerInTime() {
        return bodies().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(body -> DynamicTest.dynamicTest(body.getKey(), () -> {
                    byte[] bytes = body.getValue().getBytes(UTF_8);
                    assertThat(bytes.length).isLessThan(Limits.DEFAULT.dataBytes());

                    SubmissionOutcome outcome = Assertions.assertTimeoutPreemptively(
                            PATIENCE, () -> SUBMISSION.apply(FORM, USUAL, bytes, Pages.NO_DATA));

                    assertThat(printed(outcome)).isNotEmpty();
                }));
    }

    @Test
    void shouldHaveAnOutcomeForAnyBytes() {
        // Given
        byte[] body = (part("root_a", "x\r\n-") + part("root_file\"; filename=\"y", "z") + "--b--").getBytes(UTF_8);
        Random random = new Random(20_261);

        for (int round = 0; round < 5_000; round++) {
            byte[] changed = Arrays.copyOf(body, random.nextInt(body.length + 1));
            for (int i = random.nextInt(5); i > 0 && changed.length > 0; i--) {
                changed[random.nextInt(changed.length)] = body[random.nextInt(body.length)];
            }

            // When
            SubmissionOutcome outcome = SUBMISSION.apply(FORM, USUAL, changed, Pages.NO_DATA);

            // Then
            assertThat(printed(outcome)).isNotEmpty();
        }
    }
}
