package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Home;
import dev.platen.transport.LogKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/operations/logs.md lists every key that a line may have. */
class LogsPageTest {
    private static final Pattern KEY = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

    @Test
    void shouldListEveryKey() throws IOException {
        // Given
        List<String> keys = Stream.of(LogKey.values()).map(LogKey::label).toList();

        // When
        String page = Files.readString(Home.path().resolve("docs/operations/logs.md"));

        // Then
        assertThat(KEY.matcher(page).results().map(key -> key.group(1))).containsExactlyElementsOf(keys);
    }
}
