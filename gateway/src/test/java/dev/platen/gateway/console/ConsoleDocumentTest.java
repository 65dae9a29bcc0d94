package dev.platen.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documents of the console are like those of everybody else. */
class ConsoleDocumentTest {
    @ParameterizedTest
    @EnumSource(ConsoleDocument.class)
    void shouldCompileWithoutRemarks(ConsoleDocument document) {
        // When
        CompileOutcome outcome = new Compiler(Limits.DEFAULT).compile(document.source());

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(CompileOutcome.Compiled.class, compiled -> assertThat(compiled.warnings())
                        .isEmpty());
    }

    @Test
    void shouldOfferEveryExampleOfTheRepository() throws IOException {
        // Given
        try (Stream<Path> files = Files.list(Path.of("..", "examples"))) {

            // When
            Stream<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""));

            // Then
            assertThat(names).containsExactlyInAnyOrderElementsOf(Examples.NAMES);
        }
        assertThat(new String(ConsoleDocument.PLAYGROUND.source(), java.nio.charset.StandardCharsets.UTF_8))
                .contains(Examples.NAMES.stream()
                        .map("/console/?example=%s\""::formatted)
                        .toList());
    }
}
