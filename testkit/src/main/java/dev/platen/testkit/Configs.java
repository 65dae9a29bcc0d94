package dev.platen.testkit;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configurations as the product reads them. */
public final class Configs {
    private static final int ORDINAL = 500;

    private Configs() {}

    /**
     * Reads a configuration from these properties alone; an unknown property of the same prefix is an error.
     *
     * @param mapping an interface with {@code @ConfigMapping}
     */
    public static <T> T read(Class<T> mapping, Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(properties, "test", ORDINAL))
                .build()
                .getConfigMapping(mapping);
    }
}
