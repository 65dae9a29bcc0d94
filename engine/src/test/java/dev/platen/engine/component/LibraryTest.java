package dev.platen.engine.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Compiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The library is as the page for its users says. */
class LibraryTest {
    private static final Path PAGE = Path.of("..", "docs", "components.md");
    private static final Pattern DOCUMENT = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("`([a-z]+)`");

    @Test
    void shouldBeDocumentedWithEveryProperty() throws IOException {
        // Given
        List<String> rows = Files.readString(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("| type |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        // When
        Set<String> documented = rows.stream()
                .flatMap(row -> NAME.matcher(row.split("\\|", -1)[1]).results())
                .map(name -> name.group(1))
                .collect(Collectors.toSet());

        // Then
        assertThat(documented).containsAll(Library.names());
        assertThat(rows).allSatisfy(row -> NAME.matcher(row.split("\\|", -1)[1])
                .results()
                .flatMap(name -> Library.find(name.group(1)).stream())
                .flatMap(component -> component.names().stream())
                .forEach(property -> assertThat(row.split("\\|", -1)[2]).contains(property)));
    }

    @TestFactory
    Stream<DynamicTest> shouldCompileWhatIsShown() throws IOException {
        List<String> documents = DOCUMENT.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        assertThat(documents).hasSizeGreaterThan(2);
        return documents.stream()
                .map(document -> DynamicTest.dynamicTest(
                        document.lines().skip(2).findFirst().orElse(document), () -> assertThat(
                                        new Compiler(Limits.DEFAULT).compile(document.getBytes(StandardCharsets.UTF_8)))
                                .isInstanceOfSatisfying(Compiled.class, compiled -> assertThat(compiled.warnings())
                                        .isEmpty())));
    }
}
