package dev.platen.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.platen.contract.flow.Reply;
import dev.platen.contract.id.Digest;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Pages by content address: this process's memory, then the cluster's cache, then the workers; one flight per key,
 * however many ask. Pages that are asked for often stay longest in memory, and are coded once. Thread-safe.
 */
@Singleton
class Pages {
    private final Cache<Digest, StoredPage> memory;
    private final CacheClient cache;
    private final Correlator correlator;
    private final Compressor compressor;
    private final GatewayMetrics metrics;
    private final ConcurrentMap<Digest, Flight> flights = new ConcurrentHashMap<>();

    Pages(
            GatewayConfig config,
            CacheClient cache,
            Correlator correlator,
            Compressor compressor,
            GatewayMetrics metrics) {
        this.cache = cache;
        this.correlator = correlator;
        this.compressor = compressor;
        this.metrics = metrics;
        memory = Caffeine.newBuilder()
                .maximumWeight(config.pageCache().asLongValue())
                .weigher((Digest _, StoredPage page) -> page.bytes())
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(metrics.registry(), memory, "pages");
    }

    /** Gives a page to whoever asks: at once from memory, otherwise as soon as it is found or made. */
    void serve(PageRequest request, PageReceiver receiver) {
        StoredPage remembered = memory.getIfPresent(request.key());
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
                .computeIfPresent(request.key(), (_, page) -> page.with(wanted, smaller)));
        receiver.page(remembered.html(), Coding.IDENTITY, GatewayMetrics.Source.MEMORY);
    }

    /** Forgets the pages of a schema, and says how many this process remembered; one that is on its way is not among them. */
    int forget(String tag) {
        List<Digest> tagged = memory.asMap().entrySet().stream()
                .filter(page -> page.getValue().tag().equals(tag))
                .map(Map.Entry::getKey)
                .toList();
        memory.invalidateAll(tagged);
        return tagged.size();
    }

    private void fetch(PageRequest request, PageReceiver receiver) {
        var _ = cache.get(CacheName.PAGES, request.cacheKey()).thenAccept(lookedUp -> {
            if (lookedUp instanceof LookUp.Found(byte[] page)) {
                memory.put(request.key(), StoredPage.of(request.tag(), page));
                receiver.page(page, Coding.IDENTITY, GatewayMetrics.Source.CACHE);
                return;
            }
            board(request, receiver);
        });
    }

    private void board(PageRequest request, PageReceiver receiver) {
        Digest key = request.key();
        Flight own = new Flight(request.urgency().lane());
        Flight flight = flights.compute(
                key, (_, flying) -> flying != null && flying.isSoonEnough(own) && flying.join(receiver) ? flying : own);
        if (flight != own) {
            metrics.coalesced();
            return;
        }
        own.join(receiver);
        correlator.ask(request.tenant(), request.urgency(), request.work(), reply -> land(request, own, reply));
    }

    private void land(PageRequest request, Flight flight, Reply reply) {
        Digest key = request.key();
        switch (flight.onReply(reply)) {
            case Flight.Landing.Complete(byte[] page) -> {
                memory.put(key, StoredPage.of(request.tag(), page));
                flights.remove(key, flight);
            }
            case Flight.Landing.Gone _ -> flights.remove(key, flight);
            case Flight.Landing.StillFlying _ -> {}
        }
    }
}
