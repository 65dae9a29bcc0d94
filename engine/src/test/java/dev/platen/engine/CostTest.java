package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Cost;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What a plan is said to cost is never exceeded. */
class CostTest {
    private static final byte[] DOCUMENT =
            Fixtures.read(Path.of("src", "test", "resources", "PlanCodecTest", "document.json"));

    @Test
    void shouldBoundThePage() {
        // Given
        Compiled compiled = Pages.compiled(DOCUMENT);
        Cost cost = compiled.cost();
        String leaf = "{\"leaf\": 1, \"first\": {\"leaf\": 2}}";
        for (int items : new int[] {0, 1, 10, 1_000}) {
            String data = "{\"name\": \"%s\", \"tags\": %s, \"tree\": {\"more\": %s}}"
                    .formatted(
                            "'".repeat(1_000), Collections.nCopies(items, "\"'\""), Collections.nCopies(items, leaf));
            long runs = 1 + items + 2L * items;

            // When
            int bytes = Pages.utf8(Pages.page(compiled.plan(), Pages.utf8(data), Presentation.DEFAULT)).length;

            // Then
            assertThat((long) bytes).isLessThanOrEqualTo(cost.maxBytes(runs, data.length()));
        }
    }

    @Test
    void shouldBoundPagesThatShowValuesOftenAndInEveryRun() {
        // Given
        String text =
                "{\"type\": \"text\", \"props\": {\"text\": {\"type\": \"expression\", \"expression\": \"%s\"}}%s}";
        String shown = text.formatted("data.title + data.title", "");
        String repeated = text.formatted("data.title + item", ", \"each\": \"data.list\"");
        Compiled compiled = Pages.compiled(Pages.utf8(
                "{\"type\": \"page\", \"children\": [%s]}".formatted(String.join(",", shown, shown, shown, repeated))));
        for (int items : new int[] {0, 1, 50}) {
            String data = "{\"title\": \"%s\", \"list\": %s}"
                    .formatted("'".repeat(5_000), Collections.nCopies(items, "\"'\""));

            // When
            int bytes = Pages.utf8(Pages.page(compiled.plan(), Pages.utf8(data), Presentation.DEFAULT)).length;

            // Then
            assertThat(bytes).isGreaterThan(6 * 5_000);
            assertThat((long) bytes).isLessThanOrEqualTo(compiled.cost().maxBytes(items, data.length()));
        }
    }

    @Test
    void shouldCountTheParts() {
        // When
        Cost cost = Pages.compiled(
                        Pages.utf8(
                                "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}, \"b\": {\"type\": \"number\"}}}"))
                .cost();

        // Then
        assertThat(cost.nodes()).isEqualTo(3);
        assertThat(cost.bytesPerRun()).isZero();
        assertThat(cost.maxSteps(7)).isEqualTo(cost.fixedSteps());
    }
}
