package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The documents that people see first. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TestFactory
    Stream<DynamicTest> shouldRenderAndValidate() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(documents).hasSizeGreaterThanOrEqualTo(12);
            return documents.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> verify(file)));
        }
    }

    private static void verify(Path file) {
        // Given
        byte[] document = Fixtures.read(file);

        // When
        Compiled compiled = Pages.compiled(document);

        // Then
        assertThat(compiled.warnings()).isEmpty();
        Markup.of(Pages.page(compiled.plan(), Pages.NO_DATA, Presentation.DEFAULT))
                .verify();
        Markup.of(Pages.page(compiled.plan(), Pages.NO_DATA, Pages.FRAGMENT)).verify();
        byte[] data = compiled.plan().defaultData();
        if (data.length > 0) {
            ValidationOutcome outcome = new Validator(Limits.DEFAULT).validate(document, data);
            assertThat(outcome).isEqualTo(new Validated(List.of()));
        }
    }
}
