package dev.platen.transport;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.infinispan.client.hotrod.DataFormat;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.configuration.ClientIntelligence;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.infinispan.client.hotrod.exceptions.HotRodClientException;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.commons.marshall.IdentityMarshaller;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The second level of the cache, over Hot Rod. A cache that is slow or away never fails a caller: a look-up says so as
 * a value, a write is forgotten and counted. Thread-safe, never blocks.
 */
public final class CacheClient implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CacheClient.class);
    private static final long REOPEN_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long ASK_AGAIN_MILLIS = 100;

    /** What a look-up found. */
    public sealed interface LookUp {
        /** The value. */
        record Found(byte[] value) implements LookUp {}

        /** The cache answered that it has no such entry. */
        record Absent() implements LookUp {}

        /** The cache did not answer in time. */
        record Unreachable() implements LookUp {}
    }

    private static final LookUp ABSENT = new LookUp.Absent();
    private static final LookUp UNREACHABLE = new LookUp.Unreachable();

    private final RemoteCacheManager manager;
    private final Duration timeout;
    private final Duration patience;
    private final Tracing tracing;
    private final Map<CacheName, Level> levels = new EnumMap<>(CacheName.class);

    /** A client whose look-ups are not traced. */
    public CacheClient(CacheClientConfig config, MeterRegistry registry) {
        this(config, registry, Tracing.OFF);
    }

    /** Starts to connect, and does not wait for it. */
    public CacheClient(CacheClientConfig config, MeterRegistry registry, Tracing tracing) {
        this.tracing = tracing;
        this.timeout = config.timeout();
        this.patience = config.patience();
        int millis = Math.toIntExact(timeout.toMillis());
        ConfigurationBuilder builder = new ConfigurationBuilder();
        builder.addServers(config.servers())
                .clientIntelligence(ClientIntelligence.BASIC)
                .marshaller(IdentityMarshaller.INSTANCE)
                .connectionTimeout(millis)
                .socketTimeout(millis)
                .maxRetries(1);
        manager = new RemoteCacheManager(builder.build(), false);
        for (CacheName name : CacheName.values()) {
            levels.put(name, new Level(name, registry));
        }
    }

    /** Looks a key up; the future never fails. */
    public CompletableFuture<LookUp> get(CacheName cache, String key) {
        return level(cache).get(bytes(key));
    }

    /**
     * Looks up what an answer cannot do without: asks again for a while as long as the cache is away or slow, as it is
     * for a moment when either side has just started. The future never fails.
     */
    public CompletableFuture<LookUp> find(CacheName cache, String key) {
        return find(level(cache), bytes(key), System.nanoTime() + patience.toNanos());
    }

    private static CompletableFuture<LookUp> find(Level level, byte[] key, long endNanos) {
        return level.get(key).thenCompose(lookedUp -> {
            if (lookedUp instanceof LookUp.Unreachable && System.nanoTime() - endNanos < 0) {
                return pause().thenCompose(_ -> find(level, key, endNanos));
            }
            return CompletableFuture.completedFuture(lookedUp);
        });
    }

    private static CompletableFuture<@Nullable Void> pause() {
        return new CompletableFuture<@Nullable Void>().completeOnTimeout(null, ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Stores a value, at once and without waiting; whether it arrived does not matter. */
    public void put(CacheName cache, String key, byte[] value) {
        var _ = level(cache).put(bytes(key), value);
    }

    /** Stores a value; the future tells whether the cache has confirmed it, and never fails. */
    public CompletableFuture<Boolean> store(CacheName cache, String key, byte[] value) {
        return level(cache).put(bytes(key), value);
    }

    /**
     * Removes every entry whose key begins with {@code prefix}, one by one, which takes longer the more the cache holds. The
     * future tells how many there were, or nothing where the cache went away before the end; it never fails.
     */
    public CompletableFuture<OptionalLong> removeAll(CacheName cache, String prefix) {
        return level(cache).removeAll(prefix);
    }

    private Level level(CacheName cache) {
        return Objects.requireNonNull(levels.get(cache));
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        manager.stop();
    }

    /** One cache: opened at once, and again at most once a second while the cluster is away. */
    private final class Level {
        private final CacheName name;
        private final Counter hits;
        private final Counter misses;
        private final Counter failures;
        private final Timer lookUps;
        private CompletableFuture<RemoteCache<byte[], byte[]>> opening;
        private long openedNanos = System.nanoTime();

        Level(CacheName name, MeterRegistry registry) {
            this.name = name;
            TransportMeters meters = new TransportMeters(registry);
            hits = meters.cacheRequests(name, "hit");
            misses = meters.cacheRequests(name, "miss");
            failures = meters.cacheRequests(name, "failure");
            lookUps = meters.cacheLookUps(name);
            opening = open();
        }

        /** What depends on the answer goes on for whoever asked, and within their span, on whatever thread. */
        CompletableFuture<LookUp> get(byte[] key) {
            Context asking = Context.current();
            if (asking.equals(Context.root())) {
                return lookUp(key);
            }
            Span span = tracing.lookUp(name.label());
            CompletableFuture<LookUp> found = new CompletableFuture<>();
            var _ = lookUp(key).thenAccept(lookedUp -> {
                Tracing.ended(span, outcome(lookedUp));
                try (Scope _ = asking.makeCurrent()) {
                    found.complete(lookedUp);
                }
            });
            return found;
        }

        private CompletableFuture<LookUp> lookUp(byte[] key) {
            CacheLookUpEvent event = new CacheLookUpEvent();
            event.begin();
            long started = System.nanoTime();
            return cache().thenCompose(cache -> cache.getAsync(key))
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .handle((value, failure) -> {
                        lookUps.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
                        LookUp lookedUp = lookedUp(value, failure);
                        record(event, lookedUp);
                        return lookedUp;
                    });
        }

        private void record(CacheLookUpEvent event, LookUp lookedUp) {
            event.end();
            if (event.shouldCommit()) {
                event.cache = name.label();
                event.outcome = outcome(lookedUp);
                event.commit();
            }
        }

        private static String outcome(LookUp lookedUp) {
            return switch (lookedUp) {
                case LookUp.Found _ -> "hit";
                case LookUp.Absent _ -> "miss";
                case LookUp.Unreachable _ -> "failure";
            };
        }

        private LookUp lookedUp(byte @Nullable [] value, @Nullable Throwable failure) {
            if (failure != null) {
                failures.increment();
                return UNREACHABLE;
            }
            if (value == null) {
                misses.increment();
                return ABSENT;
            }
            hits.increment();
            return new LookUp.Found(value);
        }

        CompletableFuture<Boolean> put(byte[] key, byte[] value) {
            return cache().thenCompose(cache -> cache.putAsync(key, value))
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .handle((_, failure) -> {
                        if (failure != null) {
                            failures.increment();
                        }
                        return failure == null;
                    });
        }

        CompletableFuture<OptionalLong> removeAll(String prefix) {
            CompletableFuture<OptionalLong> over = new CompletableFuture<>();
            Thread.ofVirtual().name("platen-cache-removal").start(() -> {
                try {
                    over.complete(OptionalLong.of(new PrefixRemoval(
                                    cache().copy()
                                            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                                            .join(),
                                    prefix)
                            .run()));
                } catch (HotRodClientException | CompletionException away) {
                    LOG.debugf(away, "cache %s did not let its entries be removed", name.label());
                    failures.increment();
                    over.complete(OptionalLong.empty());
                }
            });
            return over;
        }

        private synchronized CompletableFuture<RemoteCache<byte[], byte[]>> cache() {
            if (opening.isCompletedExceptionally() && System.nanoTime() - openedNanos > REOPEN_NANOS) {
                openedNanos = System.nanoTime();
                opening = open();
            }
            return opening;
        }

        private CompletableFuture<RemoteCache<byte[], byte[]>> open() {
            CompletableFuture<RemoteCache<byte[], byte[]>> opened = new CompletableFuture<>();
            Thread.ofVirtual().name("platen-cache-open").start(() -> {
                try {
                    opened.complete(connect());
                } catch (HotRodClientException away) {
                    LOG.debugf(away, "cache %s is not reachable yet", name.label());
                    opened.completeExceptionally(away);
                }
            });
            return opened;
        }

        private RemoteCache<byte[], byte[]> connect() {
            synchronized (manager) {
                manager.start();
            }
            RemoteCache<byte[], byte[]> found = manager.getCache(name.label());
            if (found == null) {
                throw new HotRodClientException("the cluster has no cache '%s'".formatted(name.label()));
            }
            return found.withDataFormat(DataFormat.builder()
                    .keyType(MediaType.APPLICATION_OCTET_STREAM)
                    .valueType(MediaType.APPLICATION_OCTET_STREAM)
                    .build());
        }
    }
}
