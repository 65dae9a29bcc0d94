package dev.platen.standalone.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One process of the cluster, and the thread that starts it again whenever it ends by itself. Its output goes to a log
 * file. Thread-safe.
 */
public final class Member {
    private static final int LAST_LINES = 20;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final int port;
    private final List<String> command;
    private final Path log;
    private final Duration restartDelay;
    private final Thread supervisor;
    private volatile boolean stopping;
    private volatile @Nullable Process process;

    Member(String name, int port, List<String> command, Path log, Duration restartDelay) {
        this.name = name;
        this.port = port;
        this.command = List.copyOf(command);
        this.log = log;
        this.restartDelay = restartDelay;
        this.supervisor = Thread.ofVirtual().name("platen-" + name).unstarted(this::supervise);
    }

    /** What the member is called: its service, and a number where there are several. */
    public String name() {
        return name;
    }

    /** The port of 127.0.0.1 on which the member answers: Kafka's for the broker, HTTP for everything else. */
    public int port() {
        return port;
    }

    /** Where the output of the process goes. */
    public Path log() {
        return log;
    }

    /** The process as it runs now; another one after a restart. */
    public ProcessHandle handle() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("member %s has not been started".formatted(name));
        }
        return running.toHandle();
    }

    /** One line about the member, for people. */
    public String line(String state) {
        return "platen: %-10s %s  http://127.0.0.1:%d  pid %d  log %s%n"
                .formatted(name, state, port, handle().pid(), log);
    }

    /** The last lines of the log. */
    String lastWords() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
        } catch (IOException | UncheckedIOException unreadable) {
            return "(%s)".formatted(unreadable);
        }
    }

    void start() {
        process = launch();
        supervisor.start();
    }

    private Process launch() {
        try {
            Files.createDirectories(log.getParent());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException("process %s cannot be started".formatted(name), cannotStart);
        }
    }

    private void supervise() {
        while (!stopping) {
            Process running = process;
            if (running != null) {
                running.onExit().join();
            }
            LockSupport.parkNanos(restartDelay.toNanos());
            synchronized (this) {
                if (!stopping) {
                    process = launch();
                }
            }
        }
    }

    /** Asks the process to end, waits, and ends it by force where it does not. */
    void stop() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException impatient) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
