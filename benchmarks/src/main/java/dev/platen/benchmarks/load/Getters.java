package dev.platen.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many clients of a cache, a thread each, which get one value again and again. */
final class Getters implements AutoCloseable {
    /** Opens a client. */
    interface Opening {
        /** A client of its own. */
        Getter open() throws IOException;
    }

    private final List<Getter> getters = new ArrayList<>();
    private final byte[] expected;
    private final ExecutorService threads;

    /**
     * Connects.
     *
     * @param expected the value; another one counts as a failure
     */
    Getters(int count, Opening opening, byte[] expected) throws IOException {
        this.expected = expected;
        for (int i = 0; i < count; i++) {
            getters.add(opening.open());
        }
        threads = Executors.newFixedThreadPool(count);
    }

    /** A closed loop: every client asks again as soon as it has its answer. */
    Round run(Duration duration) throws IOException {
        long started = System.nanoTime();
        long end = started + duration.toNanos();
        List<Callable<Round>> loops = getters.stream()
                .<Callable<Round>>map(getter -> () -> loop(getter, end))
                .toList();
        Round all = new Round();
        try {
            for (Future<Round> done : threads.invokeAll(loops)) {
                all.add(done.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException("a client could not go on", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
        return all.over(System.nanoTime() - started, 0);
    }

    private Round loop(Getter getter, long end) throws IOException {
        Round round = new Round();
        long now = System.nanoTime();
        while (now < end) {
            byte[] value = getter.get();
            long then = now;
            now = System.nanoTime();
            if (Arrays.equals(value, expected)) {
                round.answered(now - then);
            } else {
                round.failed();
            }
        }
        return round;
    }

    @Override
    public void close() throws IOException {
        threads.close();
        for (Getter getter : getters) {
            getter.close();
        }
    }
}
