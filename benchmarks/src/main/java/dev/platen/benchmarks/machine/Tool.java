package dev.platen.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a program of the machine to its end. */
public final class Tool {
    private Tool() {}

    /**
     * What the program printed to its standard output.
     *
     * @throws UncheckedIOException if there is no such program, or it did not end with status 0
     */
    public static String run(List<String> command) {
        return run(Path.of("").toAbsolutePath(), command);
    }

    /** The same, in a folder. */
    public static String run(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException("%s ended with status %d".formatted(command, status));
            }
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException("a benchmark needs %s".formatted(command.getFirst()), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
