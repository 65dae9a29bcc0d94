package dev.platen.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.infinispan.client.hotrod.DataFormat;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.configuration.ClientIntelligence;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.commons.marshall.IdentityMarshaller;

/** The pages of a cache node, by the client and with the settings that the gateway uses. Thread-safe. */
final class HotRodCache implements AutoCloseable {
    private final RemoteCacheManager manager;
    private final RemoteCache<byte[], byte[]> pages;

    HotRodCache(int port) {
        ConfigurationBuilder settings = new ConfigurationBuilder();
        settings.addServers("127.0.0.1:" + port)
                .clientIntelligence(ClientIntelligence.BASIC)
                .marshaller(IdentityMarshaller.INSTANCE);
        manager = new RemoteCacheManager(settings.build());
        RemoteCache<byte[], byte[]> found =
                Objects.requireNonNull(manager.getCache("pages"), "every cache node has pages");
        pages = found.withDataFormat(DataFormat.builder()
                .keyType(MediaType.APPLICATION_OCTET_STREAM)
                .valueType(MediaType.APPLICATION_OCTET_STREAM)
                .build());
    }

    void put(String key, byte[] value) {
        pages.put(key.getBytes(UTF_8), value);
    }

    /** Clients share the connection, as the threads of a gateway do. */
    Getter getter(String key) {
        byte[] name = key.getBytes(UTF_8);
        return new Getter() {
            @Override
            public byte[] get() {
                byte[] value = pages.get(name);
                return value == null ? new byte[0] : value;
            }

            @Override
            public void close() {
                // the connection is closed with the cache
            }
        };
    }

    @Override
    public void close() {
        manager.stop();
    }
}
