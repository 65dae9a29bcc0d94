package dev.platen.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.exceptions.HotRodClientException;
import org.infinispan.commons.util.CloseableIterator;

/**
 * Removes every entry of a cache whose key begins with a prefix. Keys arrive in batches and without their values, so the
 * memory that this takes does not grow with the cache; its time does.
 */
final class PrefixRemoval {
    /** Removals that are on their way at the same time. */
    private static final int BATCH = 64;

    private final RemoteCache<byte[], byte[]> cache;
    private final byte[] prefix;
    private final List<CompletableFuture<?>> running = new ArrayList<>(BATCH);
    private long removed;

    PrefixRemoval(RemoteCache<byte[], byte[]> cache, String prefix) {
        this.cache = cache;
        this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Removes the entries and counts them. Blocks as long as it takes.
     *
     * @throws HotRodClientException if the cluster does not answer; then some may be removed
     */
    long run() {
        try (CloseableIterator<byte[]> keys = cache.keySet().iterator()) {
            keys.forEachRemaining(this::look);
        }
        await();
        return removed;
    }

    private void look(byte[] key) {
        if (key.length < prefix.length || !Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)) {
            return;
        }
        running.add(cache.removeAsync(key));
        removed++;
        if (running.size() == BATCH) {
            await();
        }
    }

    private void await() {
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            throw new HotRodClientException("an entry could not be removed", failed);
        }
        running.clear();
    }
}
