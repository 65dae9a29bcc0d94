package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.WholePage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that cannot be read is refused with the place of what is wrong. */
class UnreadableDataTest {
    private static final Plan PLAN =
            Pages.plan("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}, \"b\": {}}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "` ` | `` | 1 | 1 | data is empty",
                "`\n{} []` | `` | 2 | 4 | more follows",
                "`{\"a\": 1,\n \"b\": [2, x]}` | /b/1 | 2 | 11 | not JSON",
                "`{\"a\": 1,\n \"b\": {\"c\": #}}` | /b/c | 2 | 78 | at most 64 characters",
                "`{\"a\": 1,\n \"a\": 2}` | /a | 2 | 7 | 'a' is used twice",
            })
    void shouldSayWhereItIs(String data, String pointer, int line, int column, String message) {
        // Given
        byte[] json = Pages.utf8(data.replace("\\n", "\n").replace("#", "1".repeat(65)));

        // When
        RenderOutcome outcome =
                new Renderer(Limits.DEFAULT, "/assets/").render(PLAN, json, Pages.FRAGMENT, new WholePage());

        // Then
        assertThat(outcome).isInstanceOfSatisfying(RenderRejected.class, rejected -> {
            assertThat(rejected.problem().code()).isEqualTo(ProblemCode.DATA_REJECTED);
            assertThat(rejected.problem().detail()).contains(message);
            assertThat(rejected.problem().diagnostics()).singleElement().satisfies(found -> {
                assertThat(found.pointer()).isEqualTo(pointer);
                assertThat(found.line()).isEqualTo(line);
                assertThat(found.column()).isEqualTo(column);
                assertThat(found.message()).contains(message);
            });
        });
    }
}
