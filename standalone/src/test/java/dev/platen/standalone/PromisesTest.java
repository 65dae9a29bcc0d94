package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A promise is worth its test: every test that docs/PROMISES.md names exists. */
class PromisesTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void shouldNameOnlyTestsThatExist() throws IOException {
        // Given
        String promises = Files.readString(Home.path().resolve("docs/PROMISES.md"));

        // When
        Set<String> named =
                TEST.matcher(promises).results().map(found -> found.group(1)).collect(Collectors.toSet());

        // Then
        assertThat(named).isNotEmpty();
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Home.path())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
