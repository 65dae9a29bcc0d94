package dev.platen.gateway.page;

import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import dev.platen.transport.Drain;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;

/**
 * A gateway that starts fetches the pages that were asked for most from the cluster's cache, before somebody asks for them.
 * Which those are, gateways leave there from time to time and when they end; the last of them is right, since all of them
 * serve the same pages. Only names are left: what the cache has forgotten meanwhile, nobody fetches.
 */
@Singleton
final class HotPages {
    private static final String KEY = "hot-pages";
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    /** Of the pages in memory; what is asked for less often is found as fast in the cluster as by fetching it for nothing. */
    private static final int MOST = 500;

    private final Pages pages;
    private final CacheClient cache;

    HotPages(Pages pages, CacheClient cache, Drain drain) {
        this.pages = pages;
        this.cache = cache;
        drain.at(Drain.Stage.READERS, "hot pages", () -> note().join());
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        var _ = cache.find(CacheName.DATA, KEY).thenCompose(lookedUp -> switch (lookedUp) {
            case LookUp.Found(byte[] names) ->
                recall(new String(names, StandardCharsets.UTF_8).lines().iterator());
            case LookUp.Absent _, LookUp.Unreachable _ -> CompletableFuture.completedFuture(false);
        });
        vertx.setPeriodic(INTERVAL.toMillis(), _ -> {
            var _ = note();
        });
    }

    /** One at a time: whoever waits for a page goes first. */
    private CompletableFuture<Boolean> recall(Iterator<String> names) {
        return names.hasNext()
                ? pages.recall(names.next()).thenCompose(_ -> recall(names))
                : CompletableFuture.completedFuture(true);
    }

    private CompletableFuture<Boolean> note() {
        String names = String.join("\n", pages.hottest(MOST));
        return names.isEmpty()
                ? CompletableFuture.completedFuture(false)
                : cache.store(CacheName.DATA, KEY, names.getBytes(StandardCharsets.UTF_8));
    }
}
