package dev.platen.cache;

import dev.platen.transport.CacheName;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.infinispan.client.hotrod.DataFormat;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.configuration.ClientIntelligence;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.commons.marshall.IdentityMarshaller;
import org.jspecify.annotations.Nullable;

/** A Hot Rod client of one node. */
final class Remote implements AutoCloseable {
    private final RemoteCacheManager manager;

    private Remote(RemoteCacheManager manager) {
        this.manager = manager;
    }

    static Remote of(int port) {
        ConfigurationBuilder builder = new ConfigurationBuilder();
        builder.addServer()
                .host("127.0.0.1")
                .port(port)
                .clientIntelligence(ClientIntelligence.BASIC)
                .marshaller(IdentityMarshaller.INSTANCE);
        return new Remote(new RemoteCacheManager(builder.build()));
    }

    RemoteCache<byte[], byte[]> cache(CacheName name) {
        RemoteCache<byte[], byte[]> cache = Objects.requireNonNull(manager.getCache(name.label()));
        return cache.withDataFormat(DataFormat.builder()
                .keyType(MediaType.APPLICATION_OCTET_STREAM)
                .valueType(MediaType.APPLICATION_OCTET_STREAM)
                .build());
    }

    void put(CacheName name, String key, byte[] value) {
        cache(name).put(bytes(key), value);
    }

    byte @Nullable [] get(CacheName name, String key) {
        return cache(name).get(bytes(key));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        manager.close();
    }
}
