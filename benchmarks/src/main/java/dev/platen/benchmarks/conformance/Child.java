package dev.platen.benchmarks.conformance;

import dev.platen.benchmarks.conformance.Answer.Answered;
import dev.platen.benchmarks.conformance.Answer.Died;
import dev.platen.benchmarks.conformance.Answer.Late;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A process that answers messages one at a time. One that takes longer than it may is killed, and the next message goes
 * to a new one. Not thread-safe.
 */
final class Child implements AutoCloseable {
    private static final int ANSWERS_AT_ONCE = 1;

    private final ProcessBuilder builder;
    private final Duration limit;
    private final ExecutorService exchange = Executors.newFixedThreadPool(
            ANSWERS_AT_ONCE, Thread.ofPlatform().daemon().factory());
    private @Nullable Process process;

    /** A child that is started when it is needed; {@code limit} is the time that one answer may take. */
    Child(ProcessBuilder builder, Duration limit) {
        this.builder = builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        this.limit = limit;
    }

    /** Sends a message and waits for the answer. */
    Answer ask(List<byte[]> message) {
        Process running = running();
        Future<Optional<List<byte[]>>> answer = exchange.submit(() -> {
            Messages.write(new DataOutputStream(running.getOutputStream()), message);
            return Messages.read(new DataInputStream(running.getInputStream()));
        });
        try {
            Optional<List<byte[]>> parts = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return parts.<Answer>map(Answered::new).orElseGet(() -> new Died(end()));
        } catch (TimeoutException late) {
            end();
            return new Late();
        } catch (ExecutionException brokenPipe) {
            return new Died(end());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private Process running() {
        try {
            Process current = process == null || !process.isAlive() ? builder.start() : process;
            process = current;
            return current;
        } catch (IOException noSuchProgram) {
            throw new UncheckedIOException("%s cannot be started".formatted(builder.command()), noSuchProgram);
        }
    }

    private String end() {
        Process ended = process;
        process = null;
        if (ended == null) {
            return "not running";
        }
        return "status " + ended.destroyForcibly().onExit().join().exitValue();
    }

    @Override
    public void close() {
        end();
        exchange.shutdownNow();
    }
}
