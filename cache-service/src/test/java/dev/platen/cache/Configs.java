package dev.platen.cache;

import dev.platen.transport.CacheClientConfig;
import dev.platen.transport.KafkaConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Configurations as the product reads them, from properties. */
final class Configs {
    private Configs() {}

    static CacheConfig cache(Map<String, String> properties) {
        return read(properties, CacheConfig.class);
    }

    /** A node on any free port. */
    static CacheConfig anyPort(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("platen.cache.port", "0");
        return cache(all);
    }

    static KafkaConfig kafka(String bootstrapServers) {
        return read(
                Map.of("platen.kafka.bootstrap-servers", bootstrapServers, "platen.kafka.start-timeout", "PT20S"),
                KafkaConfig.class);
    }

    static CacheClientConfig client(int port) {
        return read(
                Map.of("platen.cache-client.servers", "127.0.0.1:" + port, "platen.cache-client.patience", "PT60S"),
                CacheClientConfig.class);
    }

    private static <T> T read(Map<String, String> properties, Class<T> type) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(type)
                .build()
                .getConfigMapping(type);
    }
}
