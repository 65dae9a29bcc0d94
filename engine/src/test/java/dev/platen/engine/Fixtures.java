package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cases that are files: a folder named after the test class, with a folder or a file for each case. Expected results are
 * rewritten by {@code -Dplaten.goldens=write}.
 */
final class Fixtures {
    private static final Path SOURCES = Path.of("src", "test", "resources");

    private final Path folder;

    private Fixtures(Path folder) {
        this.folder = folder;
    }

    static Fixtures of(Class<?> test) {
        return new Fixtures(SOURCES.resolve(test.getSimpleName()));
    }

    /** What the folder holds, sorted, so that every machine tests in the same order. */
    List<Path> cases() {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> cases = entries.sorted().toList();
            assertThat(cases).as("cases in " + folder).isNotEmpty();
            return cases;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] readOr(Path file, byte[] absent) {
        return Files.exists(file) ? read(file) : absent;
    }

    /** Compares with the expected result, or rewrites it. */
    static void assertGolden(Path golden, String actual) {
        try {
            if ("write".equals(System.getProperty("platen.goldens"))) {
                Files.writeString(golden, actual);
            }
            assertThat(golden).exists();
            assertThat(actual).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
