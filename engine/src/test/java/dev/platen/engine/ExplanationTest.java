package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.compile.Explanation;
import dev.platen.engine.compile.Pass;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the compiler tells of its work. */
class ExplanationTest {
    private static final Compiler COMPILER = new Compiler(Limits.DEFAULT);

    @TestFactory
    Stream<DynamicTest> shouldTellEveryPassAndInstruction() {
        return Fixtures.of(ExplanationTest.class).cases().stream()
                .filter(file -> file.toString().endsWith(".json"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> verify(file)));
    }

    private static void verify(Path file) {
        // Given
        byte[] document = Fixtures.read(file);

        // When
        Explanation explanation = COMPILER.explain(document, Optional.empty(), () -> 0);

        // Then
        Path golden = file.resolveSibling(file.getFileName().toString().replace(".json", ".txt"));
        Fixtures.assertGolden(golden, explanation.text(false));
    }

    @Test
    void shouldCompileAsWithoutIt() {
        // Given
        byte[] document = Pages.utf8("{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}");

        // When
        Explanation explanation = COMPILER.explain(document, Optional.empty(), () -> 0);

        // Then
        assertThat(explanation.outcome())
                .isInstanceOfSatisfying(Compiled.class, compiled -> assertThat(compiled.planDigest())
                        .isEqualTo(Pages.compiled(document).planDigest()));
    }

    @Test
    void shouldListWhatCallsItself() {
        // Given
        byte[] document = Pages.utf8(
                "{\"type\": \"object\", \"properties\": {\"all\": {\"type\": \"array\", \"items\": {\"$ref\": \"#\"}}}}");

        // When
        String text = COMPILER.explain(document, Optional.empty(), () -> 0).text(false);

        // Then
        assertThat(text).contains("called instead of put in place", " routine 0, ", "\nroutine 0\n");
    }

    @Test
    void shouldTellHowLongEachPassTook() {
        // Given
        AtomicLong time = new AtomicLong();

        // When
        Explanation explanation = COMPILER.explain(Pages.utf8("{}"), Optional.empty(), () -> time.addAndGet(1_500_000));

        // Then
        assertThat(explanation.passes())
                .filteredOn(pass -> pass.nanos() > 0)
                .extracting(Pass::name)
                .contains("parse", "map", "emit");
        assertThat(explanation.text(true)).containsPattern("parse +1\\.500 ms  1 value in 2 bytes");
    }
}
