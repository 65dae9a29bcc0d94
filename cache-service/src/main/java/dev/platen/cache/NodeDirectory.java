package dev.platen.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory of a node while it runs.
 *
 * @param path exists and can be written to
 * @param isTemporary whether it goes when the node goes
 */
record NodeDirectory(Path path, boolean isTemporary) implements AutoCloseable {

    /** The named directory, or a new temporary one. */
    static NodeDirectory open(Optional<Path> named) {
        try {
            if (named.isPresent()) {
                return new NodeDirectory(Files.createDirectories(named.get().toAbsolutePath()), false);
            }
            return new NodeDirectory(Files.createTempDirectory("platen-cache-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cache directory %s cannot be used: %s; set platen.cache.directory to one that can be written to"
                            .formatted(named.map(Path::toString).orElse("(temporary)"), e),
                    e);
        }
    }

    /** Removes a temporary directory; may be called again. */
    @Override
    public void close() {
        if (!isTemporary || Files.notExists(path)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(path)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
