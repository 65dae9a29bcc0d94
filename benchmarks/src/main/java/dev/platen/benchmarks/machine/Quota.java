package dev.platen.benchmarks.machine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A share of one core for each of some processes, without privileges: every process runs for its part of each period and
 * is stopped (SIGSTOP) for the rest of it, one after the other, each on one core only. Coarser than the quota of a
 * container, which does the same with periods of 100 ms. Closing it lets all of them run.
 */
public final class Quota implements AutoCloseable {
    /** Numbers of Linux on all processors that Java 25 runs on. */
    private static final int CONTINUE = 18;

    private static final int STOP = 19;

    @SuppressWarnings("restricted") // native access is what signals take
    private static final MethodHandle KILL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private final List<Long> processes;
    private final long runNanos;
    private final long restNanos;
    private final Thread thread;
    private final Thread hook = new Thread(this::letGo);
    private volatile boolean isOver;

    private Quota(List<Long> processes, Duration run, Duration period) {
        this.processes = List.copyOf(processes);
        this.runNanos = run.toNanos();
        this.restNanos = period.toNanos() - processes.size() * runNanos;
        this.thread = Thread.ofPlatform().name("quota").unstarted(this::rule);
    }

    /**
     * Begins.
     *
     * @param run how long each process runs in a period; all of them fit into it
     */
    public static Quota of(List<Long> processes, Duration run, Duration period) {
        Quota quota = new Quota(processes, run, period);
        if (quota.restNanos < 0) {
            throw new IllegalArgumentException(
                    "%s processes cannot run for %s each within %s".formatted(processes.size(), run, period));
        }
        Runtime.getRuntime().addShutdownHook(quota.hook);
        quota.thread.start();
        return quota;
    }

    private void rule() {
        processes.forEach(process -> signal(process, STOP));
        long next = System.nanoTime();
        while (!isOver) {
            for (long process : processes) {
                signal(process, CONTINUE);
                next += runNanos;
                pauseUntil(next);
                signal(process, STOP);
            }
            next += restNanos;
            pauseUntil(next);
        }
    }

    private static void pauseUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void signal(long process, int signal) {
        try {
            int _ = (int) KILL.invokeExact((int) process, signal);
        } catch (Throwable impossible) {
            throw new IllegalStateException("the C library has kill(2)", impossible);
        }
    }

    private void letGo() {
        isOver = true;
        processes.forEach(process -> signal(process, CONTINUE));
    }

    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        letGo();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
