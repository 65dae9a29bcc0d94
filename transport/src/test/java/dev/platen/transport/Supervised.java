package dev.platen.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The process of a {@link MortalWorker}, started again whenever it ends, as a supervisor would. */
final class Supervised implements AutoCloseable {
    private final List<String> command;
    private final Path log;
    private final AtomicInteger starts = new AtomicInteger();
    private volatile boolean stopping;
    private volatile Process process;

    Supervised(Path log, String brokers, String member) {
        this.log = log;
        this.command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                MortalWorker.class.getName(),
                brokers,
                member);
        process = start();
        Thread.ofVirtual().start(this::supervise);
    }

    private Process start() {
        starts.incrementAndGet();
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private void supervise() {
        while (!stopping) {
            process.onExit().join();
            synchronized (this) {
                if (!stopping) {
                    process = start();
                }
            }
        }
    }

    int starts() {
        return starts.get();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The requests that were done, however often. */
    Set<String> done() {
        return output().lines()
                .filter(line -> line.startsWith("done "))
                .map(line -> line.substring("done ".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
