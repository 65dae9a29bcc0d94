package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.testkit.Termination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A server to compare with, as a process of its own; stopped when closed, and when this process ends. */
final class PeerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final TemporaryFolder folder;
    private final Process process;
    private final int port;

    private PeerProcess(TemporaryFolder folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @param folder holds its files; removed with it
     * @param environment what it needs beside the environment of this process
     */
    static PeerProcess start(TemporaryFolder folder, int port, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.path().resolve("output.log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new PeerProcess(folder, process, port);
    }

    /** The command line of a Java program of this class path, with the flags of Platen. */
    static List<String> java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Waits until the server answers as it should. */
    PeerProcess await(BooleanSupplier answers) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("a peer did not answer within %s; it said: %s"
                        .formatted(PATIENCE, Files.readString(folder.path().resolve("output.log"))));
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return this;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        Termination.of(process, PATIENCE);
        folder.close();
    }
}
