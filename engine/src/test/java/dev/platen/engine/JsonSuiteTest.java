package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Members;
import dev.platen.engine.json.Parsed;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.WholePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is JSON and what is not, by nst/JSONTestSuite; skipped where the corpus is not at hand. */
class JsonSuiteTest {
    private static final Path SUITE = Path.of(System.getProperty("platen.root", ".."))
            .resolve("../shared/corpora/json-test-suite/test_parsing")
            .normalize();
    private static final Plan PLAN = Pages.plan("{\"type\": \"array\", \"items\": {\"type\": \"string\"}}");
    /** JSON, and refused all the same: names must be distinct. */
    private static final List<String> DUPLICATES =
            List.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    /** JSON, and refused all the same: the number has more characters than the limits allow. */
    private static final String LONG_NUMBER = "y_number_double_close_to_zero.json";

    @TestFactory
    Stream<DynamicTest> shouldReadJsonAndNothingElse() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SUITE), () -> "skipped: the corpus is not at " + SUITE);
        try (Stream<Path> files = Files.list(SUITE)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> verify(file)));
        }
    }

    private static void verify(Path file) {
        // Given
        String name = file.getFileName().toString();
        byte[] text = Fixtures.read(file);

        // When
        Parsed parsed = new DocumentParser(Limits.DEFAULT).parse(text);
        RenderOutcome rendered =
                new Renderer(Limits.DEFAULT, "/assets/").render(PLAN, text, Pages.FRAGMENT, new WholePage());

        // Then
        assertThat(Members.of(text, Limits.DEFAULT)).isNotNull();
        boolean isRead = parsed instanceof Document;
        if (name.startsWith("y_")) {
            assertThat(isRead).isEqualTo(!DUPLICATES.contains(name) && !name.equals(LONG_NUMBER));
            assertThat(rendered instanceof Rendered).isEqualTo(!name.equals(LONG_NUMBER));
        } else if (name.startsWith("n_")) {
            assertThat(isRead).isFalse();
            assertThat(rendered instanceof Rendered).isEqualTo(text.length == 0);
        }
    }
}
