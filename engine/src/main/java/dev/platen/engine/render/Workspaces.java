package dev.platen.engine.render;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Workspaces that wait for the next rendering, within a bound on their number and on their memory. Thread-safe. */
final class Workspaces {
    private static final int MAX_WAITING = 64;
    private static final long MAX_BYTES = 16 * 1024 * 1024;

    private final ArrayBlockingQueue<Workspace> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicLong bytes = new AtomicLong();
    private final LongAdder created = new LongAdder();
    private final LongAdder reused = new LongAdder();

    Workspace take() {
        Workspace found = waiting.poll();
        if (found == null) {
            created.increment();
            return new Workspace();
        }
        reused.increment();
        bytes.addAndGet(-found.bytes());
        return found;
    }

    long created() {
        return created.sum();
    }

    long reused() {
        return reused.sum();
    }

    /** Keeps the workspace, or leaves it to the garbage collector where there are enough. */
    void giveBack(Workspace workspace) {
        workspace.clear();
        long size = workspace.bytes();
        if (bytes.addAndGet(size) > MAX_BYTES || !waiting.offer(workspace)) {
            bytes.addAndGet(-size);
        }
    }
}
