package dev.platen.helm.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of the repository, some of which a test may write anew: {@code -Dplaten.goldens=write}. */
public final class Repository {
    private Repository() {}

    /** A file or folder. */
    public static Path path(String relative) {
        return Path.of(Objects.requireNonNull(System.getProperty("platen.root"), "platen.root"), relative);
    }

    /** The case files of a test whose names begin so, sorted; there is at least one. */
    public static List<Path> cases(Class<?> test, String prefix) {
        Path folder = path("helm/src/test/resources/" + test.getName().replace('.', '/'));
        return files(folder, prefix);
    }

    /** The files of a folder whose names begin so, sorted; there is at least one. */
    public static List<Path> files(Path folder, String prefix) {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter(
                            file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted()
                    .toList();
            assertThat(files).as("files %s* in %s", prefix, folder).isNotEmpty();
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Compares a file with what it should hold, or writes that where it is asked for. */
    public static void verify(Path golden, String expected) throws IOException {
        if ("write".equals(System.getProperty("platen.goldens"))) {
            Files.createDirectories(Objects.requireNonNull(golden.getParent()));
            Files.writeString(golden, expected);
        }
        assertThat(Files.readString(golden))
                .as("content of %s; -Dplaten.goldens=write rewrites it for review", golden)
                .isEqualTo(expected);
    }
}
