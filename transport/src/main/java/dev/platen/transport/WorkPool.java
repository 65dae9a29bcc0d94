package dev.platen.transport;

import java.util.Comparator;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The threads of a tier of workers. Work of a lower rank waits until none of a higher one does; work that has begun is
 * never interrupted. Thread-safe.
 *
 * <p>INVARIANT: its queue is as long as the limits of the lanes that feed it allow, and no longer.
 */
public final class WorkPool implements AutoCloseable {
    /** Who goes first. */
    public enum Rank {
        /** For somebody who waits. */
        INTERACTIVE,
        /** For nobody in particular. */
        BATCH
    }

    private record Task(Rank rank, long number, Runnable work) implements Runnable, Comparable<Task> {
        private static final Comparator<Task> ORDER =
                Comparator.comparing(Task::rank).thenComparingLong(Task::number);

        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Task other) {
            return ORDER.compare(this, other);
        }
    }

    /** More threads than that help nobody, whatever anybody asks for. */
    static final int MAX_WORKERS = 256;

    private final ThreadPoolExecutor threads;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong resizes = new AtomicLong();
    private final LongAdder started = new LongAdder();

    /**
     * Starts no thread before there is work.
     *
     * @param name of the tier, for the names of the threads
     * @param workers threads that work at the same time, at least 1
     */
    public WorkPool(String name, int workers) {
        ThreadFactory factory =
                Thread.ofPlatform().daemon().name("platen-" + name + "-", 0).factory();
        threads = new ThreadPoolExecutor(workers, workers, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), work -> {
            started.increment();
            return factory.newThread(work);
        });
    }

    void execute(Rank rank, Runnable work) {
        threads.execute(new Task(rank, numbers.incrementAndGet(), work));
    }

    /** Takes effect with the next work; more than {@value #MAX_WORKERS} threads are never started. */
    public void resize(int wanted) {
        int workers = Math.clamp(wanted, 1, MAX_WORKERS);
        if (workers == workers()) {
            return;
        }
        resizes.incrementAndGet();
        if (workers > threads.getMaximumPoolSize()) {
            threads.setMaximumPoolSize(workers);
            threads.setCorePoolSize(workers);
        } else {
            threads.setCorePoolSize(workers);
            threads.setMaximumPoolSize(workers);
        }
    }

    /** Threads that work at the same time. */
    public int workers() {
        return threads.getCorePoolSize();
    }

    /** Threads that work on something at the moment. */
    int active() {
        return threads.getActiveCount();
    }

    /** Work that waits for a thread. */
    int queued() {
        return threads.getQueue().size();
    }

    /** Threads that were ever started. */
    long started() {
        return started.sum();
    }

    /** How often the number of threads was changed. */
    long resizes() {
        return resizes.get();
    }

    /** Ends the threads once what they have begun is finished; to be called when the lanes are closed. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
