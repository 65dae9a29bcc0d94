package dev.platen.gateway.page;

import com.github.benmanes.caffeine.cache.Cache;
import dev.platen.contract.flow.Reply;
import dev.platen.gateway.GatewayConfig;
import dev.platen.gateway.metrics.GatewayMetrics;
import dev.platen.gateway.workers.Correlator;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import dev.platen.transport.LocalCaches;
import dev.platen.transport.Tracing;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pages by content address: this process's memory, then the cluster's cache, then the workers; one flight per key,
 * however many ask. Pages that are asked for often stay longest in memory, and are coded once. Thread-safe.
 */
@Singleton
public class Pages {
    /** Of a page, as long as there is none in memory. */
    private static final long ASSUMED_BYTES = 2048;

    private final Cache<String, StoredPage> memory;
    private final CacheClient cache;
    private final Correlator correlator;
    private final Compressor compressor;
    private final GatewayMetrics metrics;
    private final Tracing tracing;
    private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();
    private final OtherSizes otherSizes;
    private final LookUps lookUps =
            new LookUps(() -> ThreadLocalRandom.current().nextDouble());

    Pages(
            GatewayConfig config,
            LocalCaches caches,
            CacheClient cache,
            Correlator correlator,
            Compressor compressor,
            GatewayMetrics metrics,
            Tracing tracing) {
        this.tracing = tracing;
        this.cache = cache;
        this.correlator = correlator;
        this.compressor = compressor;
        this.metrics = metrics;
        long bytes = config.pageCache().asLongValue();
        memory = caches.open("pages", bytes, (key, page) -> key.length() + page.bytes());
        otherSizes = new OtherSizes(bytes, () -> bytes / usualBytes());
        otherSizes
                .sizes()
                .forEach(size ->
                        metrics.memoryOfOtherSize(size, size.times(), OtherSizes.Size::hits, OtherSizes.Size::misses));
    }

    /** What a page weighs, by those in memory. */
    private long usualBytes() {
        long pages = memory.estimatedSize();
        long bytes = memory.policy().eviction().orElseThrow().weightedSize().orElse(0);
        return pages == 0 || bytes == 0 ? ASSUMED_BYTES : Math.max(1, bytes / pages);
    }

    /** Gives a page to whoever asks: at once from memory, otherwise as soon as it is found or made. */
    public void serve(PageRequest request, PageReceiver receiver) {
        StoredPage remembered = memory.getIfPresent(request.cacheKey());
        otherSizes.asked(request.cacheKey());
        tracing.remembered(CacheName.PAGES.label(), remembered != null);
        if (remembered == null) {
            fetch(request, receiver);
            return;
        }
        Coding wanted = receiver.coding();
        byte[] coded = remembered.form(wanted);
        if (coded != null) {
            receiver.page(coded, wanted, GatewayMetrics.Source.MEMORY);
            return;
        }
        compressor.compress(remembered.html(), wanted, smaller -> memory.asMap()
                .computeIfPresent(request.cacheKey(), (_, page) -> page.with(wanted, smaller)));
        receiver.page(remembered.html(), Coding.IDENTITY, GatewayMetrics.Source.MEMORY);
    }

    /** Forgets the pages of a schema, and says how many this process remembered; one that is on its way is not among them. */
    int forget(String tag) {
        List<String> tagged = memory.asMap().keySet().stream()
                .filter(key -> key.startsWith(tag + "/"))
                .toList();
        memory.invalidateAll(tagged);
        return tagged.size();
    }

    /** Under what caches keep the pages of this process that are asked for most, these first. */
    Collection<String> hottest(int most) {
        return memory.policy()
                .eviction()
                .map(pages -> pages.hottest(most).keySet())
                .orElseGet(Set::of);
    }

    /** Remembers a page if the cluster still has it; whether it does. The future never fails. */
    CompletableFuture<Boolean> recall(String cacheKey) {
        return cache.get(CacheName.PAGES, cacheKey).thenApply(lookedUp -> {
            if (lookedUp instanceof LookUp.Found(byte[] page)) {
                memory.put(cacheKey, StoredPage.of(page));
                return true;
            }
            return false;
        });
    }

    private void fetch(PageRequest request, PageReceiver receiver) {
        if (correlator.admission().isFull() && !lookUps.areWorthwhile()) {
            board(request, receiver);
            return;
        }
        var _ = cache.get(CacheName.PAGES, request.cacheKey()).thenAccept(lookedUp -> {
            lookUps.found(lookedUp instanceof LookUp.Found);
            if (lookedUp instanceof LookUp.Found(byte[] page)) {
                memory.put(request.cacheKey(), StoredPage.of(page));
                receiver.page(page, Coding.IDENTITY, GatewayMetrics.Source.CACHE);
                return;
            }
            board(request, receiver);
        });
    }

    private void board(PageRequest request, PageReceiver receiver) {
        String key = request.cacheKey();
        Flight own = new Flight(request.urgency().lane());
        // A flight is removed only after its page is remembered: one that landed meanwhile has left it there.
        Flight flight = flights.compute(key, (_, flying) -> {
            if (flying == null && memory.asMap().containsKey(key)) {
                return null;
            }
            return flying != null && flying.isSoonEnough(own) && flying.join(receiver) ? flying : own;
        });
        if (flight == null) {
            fetched(request, receiver);
            return;
        }
        if (flight != own) {
            metrics.coalesced();
            return;
        }
        own.join(receiver);
        correlator.ask(request.tenant(), request.urgency(), request.work(), reply -> land(request, own, reply));
    }

    /** Gives a page that came into memory while it was looked for; on whatever thread. */
    private void fetched(PageRequest request, PageReceiver receiver) {
        StoredPage page = memory.getIfPresent(request.cacheKey());
        if (page == null) {
            board(request, receiver);
        } else {
            receiver.page(page.html(), Coding.IDENTITY, GatewayMetrics.Source.CACHE);
        }
    }

    private void land(PageRequest request, Flight flight, Reply reply) {
        String key = request.cacheKey();
        switch (flight.onReply(reply)) {
            case Flight.Landing.Complete(byte[] page) -> {
                memory.put(key, StoredPage.of(page));
                flights.remove(key, flight);
            }
            case Flight.Landing.Gone _ -> flights.remove(key, flight);
            case Flight.Landing.StillFlying _ -> {}
        }
    }
}
