package dev.platen.cache;

import dev.platen.transport.CacheName;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.eviction.EvictionStrategy;
import org.infinispan.persistence.sifs.configuration.SoftIndexFileStoreConfigurationBuilder;

/**
 * How each cache stores its entries: bytes under bytes, bounded in memory.
 *
 * @param directory where schemas go that do not fit into memory
 * @param clustered whether entries are spread over several nodes
 */
record CacheDefinitions(CacheConfig config, Path directory, boolean clustered) {

    Configuration of(CacheName name) {
        return switch (name) {
            case SCHEMAS -> overflowing(bounded(config.memory().schemas().asLongValue()));
            case PLANS -> bounded(config.memory().plans().asLongValue()).build();
            case PAGES -> bounded(config.memory().pages().asLongValue()).build();
            case DATA ->
                bounded(config.memory().data().asLongValue())
                        .expiration()
                        .lifespan(config.dataLifespan().toMillis(), TimeUnit.MILLISECONDS)
                        .build();
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

    /** What is evicted from memory stays on disk, until the node stops: the log has it all, so nothing older is kept. */
    private Configuration overflowing(ConfigurationBuilder builder) {
        return builder.persistence()
                .addStore(SoftIndexFileStoreConfigurationBuilder.class)
                .dataLocation(directory.resolve("data").toString())
                .indexLocation(directory.resolve("index").toString())
                .syncWrites(false)
                .purgeOnStartup(true)
                .build();
    }
}
