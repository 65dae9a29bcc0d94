package dev.platen.cache;

import dev.platen.transport.CacheName;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.cache.StorageType;
import org.infinispan.eviction.EvictionStrategy;
import org.infinispan.persistence.sifs.configuration.SoftIndexFileStoreConfigurationBuilder;

/**
 * How each cache stores its entries: bytes under bytes, bounded in memory.
 *
 * @param directory where goes what must not be lost for want of memory
 * @param clustered whether entries are spread over several nodes
 */
record CacheDefinitions(CacheConfig config, Path directory, boolean clustered) {

    Configuration of(CacheName name) {
        return switch (name) {
            case SCHEMAS -> overflowing(name, bounded(config.memory().schemas().asLongValue()));
            case PLANS -> overflowing(name, bounded(config.memory().plans().asLongValue()));
            case PAGES -> offHeap(bounded(config.memory().pages().asLongValue()));
            case DATA ->
                overflowing(name, expiring(bounded(config.memory().data().asLongValue())));
        };
    }

    private ConfigurationBuilder bounded(long bytes) {
        ConfigurationBuilder builder = new ConfigurationBuilder();
        builder.encoding().mediaType(MediaType.APPLICATION_OCTET_STREAM_TYPE);
        builder.memory().maxSize(Long.toString(bytes)).whenFull(EvictionStrategy.REMOVE);
        builder.statistics().enable();
        if (clustered) {
            builder.clustering().cacheMode(CacheMode.DIST_SYNC).hash().numOwners(config.owners());
        }
        return builder;
    }

    /** Pages are most of what is cached, and none of the collector's business. */
    private static Configuration offHeap(ConfigurationBuilder builder) {
        builder.memory().storage(StorageType.OFF_HEAP);
        return builder.build();
    }

    private ConfigurationBuilder expiring(ConfigurationBuilder builder) {
        builder.expiration().lifespan(config.dataLifespan().toMillis(), TimeUnit.MILLISECONDS);
        return builder;
    }

    /**
     * What is evicted from memory stays on disk, until the node stops. Nothing older is kept: the log has all schemas,
     * plans are made from them, and nobody waits any more for what a body on its way was for.
     */
    private Configuration overflowing(CacheName name, ConfigurationBuilder builder) {
        Path own = directory.resolve(name.label());
        return builder.persistence()
                .addStore(SoftIndexFileStoreConfigurationBuilder.class)
                .dataLocation(own.resolve("entries").toString())
                .indexLocation(own.resolve("index").toString())
                .syncWrites(false)
                .purgeOnStartup(true)
                .build();
    }
}
