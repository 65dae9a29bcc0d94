package dev.platen.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Expected output kept in files; {@code -Dplaten.goldens=write} writes what came out, for review. */
public final class Golden {
    private Golden() {}

    /** A path of the repository. */
    public static Path repository(String path) {
        return Path.of(Objects.requireNonNull(System.getProperty("platen.root"), "platen.root"), path);
    }

    /** The folders below a folder of this module's test resources, sorted. */
    public static Stream<Path> cases(Class<?> test) throws IOException {
        Path folder = repository("operator/src/test/resources/" + test.getName().replace('.', '/'));
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    /** Compares, or writes where that is asked for. */
    public static void verify(Path golden, String actual) throws IOException {
        if ("write".equals(System.getProperty("platen.goldens"))) {
            Files.createDirectories(Objects.requireNonNull(golden.getParent()));
            Files.writeString(golden, actual);
        }
        assertThat(actual)
                .as("content of %s; -Dplaten.goldens=write rewrites it for review", golden)
                .isEqualTo(Files.readString(golden));
    }
}
