package dev.platen.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged {@code platen} command as a process of its own, with the flags of the launcher. Closing it ends the
 * process, by force where it must be.
 */
public final class Command implements AutoCloseable {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final String READY = "Platen is ready";
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");

    private final Process process;
    private final Path output;

    private Command(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a command; its output, both streams, goes to a file. */
    public static Command start(Path output, String... arguments) {
        return start(output, Map.of(), arguments);
    }

    /** Starts a command with settings of its own, as variables of its environment, such as {@code PLATEN_GATEWAY_PAGE_CACHE}. */
    public static Command start(Path output, Map<String, String> settings, String... arguments) {
        Path home = Home.path();
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Dinfinispan.server.channel.epoll=false",
                "-Dorg.infinispan.threads.virtual=false",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dplaten.home=" + home,
                "-jar",
                home.resolve("standalone/target/quarkus-app/quarkus-run.jar").toString()));
        line.addAll(List.of(arguments));
        try {
            ProcessBuilder command =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            command.environment().putAll(settings);
            return new Command(command.start(), output);
        } catch (IOException cannotStart) {
            throw new UncheckedIOException("the platen command cannot be started", cannotStart);
        }
    }

    /**
     * Waits for the line that says that everything is ready.
     *
     * @throws IllegalStateException with the output so far, if the process ends before, or does not say so in time
     */
    public Command awaitReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!output().contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("not ready; the output was:\n" + output());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return this;
    }

    /** Waits for the end and returns the exit status. */
    public int awaitExit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running; the output was:\n" + output());
        }
        return process.exitValue();
    }

    /** Everything that was printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the output cannot be read", unreadable);
        }
    }

    /** The process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Memory of the machine that the process has at the moment, in KiB. */
    public long residentKilobytes() {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
            Matcher resident = RESIDENT.matcher(status);
            if (!resident.find()) {
                throw new IllegalStateException("process %d has ended".formatted(process.pid()));
            }
            return Long.parseLong(resident.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the kernel tells what a process is", unreadable);
        }
    }

    /** {@code kill -9}: the process gets no chance to put anything in order. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and {@code kill -9} only if that does not help. */
    @Override
    public void close() {
        Termination.of(process, STOP_PATIENCE);
    }
}
