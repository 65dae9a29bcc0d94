package dev.platen.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * A file system of its own that can be filled up.
 *
 * @param path where it is mounted
 */
record SmallDisk(Path path) implements AutoCloseable {
    private static final byte[] BLOCK = new byte[4096];

    /** Mounts a file system in memory; a test is skipped whose user may not. */
    static SmallDisk mount(Path path, int mebibytes) {
        try {
            Files.createDirectories(path);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("%s can be made".formatted(path), unwritable);
        }
        String failure = run("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(mebibytes), "tmpfs", path.toString());
        if (!failure.isEmpty()) {
            Assumptions.abort("skipped, since it takes a small disk, and whoever runs this may mount none: " + failure);
        }
        return new SmallDisk(path);
    }

    /** Takes all room but so many bytes. */
    void fill(long left) throws IOException {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (Files.getFileStore(path).getUsableSpace() > left) {
                ballast.write(BLOCK);
            }
        }
    }

    /** Gives the room back. */
    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return path.resolve("ballast");
    }

    /** What a command complains of; empty where it worked. */
    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = process.inputReader(StandardCharsets.UTF_8).readAllAsString();
            return process.waitFor() == 0 ? "" : String.join(" ", command) + ": " + output.strip();
        } catch (IOException noSuchCommand) {
            return noSuchCommand.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    @Override
    public void close() {
        String failure = run("umount", "-l", path.toString());
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
    }
}
