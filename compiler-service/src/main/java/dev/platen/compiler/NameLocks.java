package dev.platen.compiler;

import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.topic.RecordKeys;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * One writer for each name: requests about a name come to one process, and here they wait for each other. Names share a
 * fixed number of locks. Thread-safe.
 */
@Singleton
class NameLocks {
    private static final int LOCKS = 64;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /** Does something while nobody else does anything about the same name. */
    void hold(TenantId tenant, SchemaName name, Runnable action) {
        ReentrantLock lock = locks[RecordKeys.partition(RecordKeys.head(tenant, name), LOCKS)];
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
