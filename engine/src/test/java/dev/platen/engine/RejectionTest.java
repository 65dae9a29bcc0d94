package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents that are refused, or accepted with warnings, and what their authors are told. */
class RejectionTest {
    @TestFactory
    Stream<DynamicTest> shouldExplainEveryFinding() {
        return Fixtures.of(RejectionTest.class).cases().stream()
                .filter(file -> file.toString().endsWith(".json"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> verify(file)));
    }

    private static void verify(Path file) {
        // Given
        String name = file.getFileName().toString();
        byte[] document = Fixtures.read(file);

        // When
        CompileOutcome outcome = new Compiler(Limits.DEFAULT).compile(document);

        // Then
        assertThat(outcome).isInstanceOf(name.startsWith("invalid-") ? Rejected.class : Compiled.class);
        Path golden = file.resolveSibling(name.replace(".json", ".txt"));
        Fixtures.assertGolden(golden, lines(findings(outcome)));
    }

    private static List<Diagnostic> findings(CompileOutcome outcome) {
        return switch (outcome) {
            case Compiled compiled -> compiled.warnings();
            case Rejected rejected -> rejected.problem().diagnostics();
        };
    }

    private static String lines(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(diagnostic -> diagnostic.severity() + " " + diagnostic + "\n")
                .collect(Collectors.joining());
    }
}
