package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Documents in the words of JSON Forms, the pages that are made of them and what is said about them. */
class JsonFormsTest {
    private static final byte[] BOTH =
            Pages.utf8("{\"schema\":{\"type\":\"string\"},\"uischema\":{\"type\":\"VerticalLayout\"},\"uiSchema\":{}}");

    @TestFactory
    Stream<DynamicTest> shouldRenderTheForm() {
        return Fixtures.of(JsonFormsTest.class).cases().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> verify(folder)));
    }

    private static void verify(Path folder) {
        // Given
        byte[] document = Fixtures.read(folder.resolve("document.json"));

        // When
        Compiled compiled = Pages.compiled(document);
        String html = Pages.page(compiled.plan(), Pages.NO_DATA, Pages.FRAGMENT);

        // Then
        assertThat(compiled.dialect()).isEqualTo("json-forms");
        String warnings = compiled.warnings().stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
        Fixtures.assertGolden(folder.resolve("out.html"), Pages.readable(html));
        Fixtures.assertGolden(folder.resolve("warnings.txt"), warnings);
    }

    @Test
    void shouldAskForTheDialectWhereADocumentLooksLikeTwo() {
        // When
        CompileOutcome outcome = new Compiler(Limits.DEFAULT).compile(BOTH);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                        rejected.problem().detail())
                .contains("json-forms", "json-schema", "name the dialect"));
    }

    @Test
    void shouldReadTheDocumentAsTheDialectThatIsNamed() {
        // When
        CompileOutcome outcome = new Compiler(Limits.DEFAULT).compile(BOTH, Optional.of("json-schema"));

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Compiled.class, compiled -> assertThat(compiled.dialect())
                .isEqualTo("json-schema"));
    }

    @Test
    void shouldNameTheDialectsWhereThereIsNoneOfThatName() {
        // When
        CompileOutcome outcome = new Compiler(Limits.DEFAULT).compile(BOTH, Optional.of("yaml"));

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                        rejected.problem().detail())
                .contains("'yaml'", "json-forms, component, element, json-schema"));
    }
}
