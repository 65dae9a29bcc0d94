package dev.platen.cache;

import static dev.platen.cache.Remote.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The services' client against a real node. */
@Timeout(120)
class CacheClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void shouldFindWhatWasAskedForBeforeTheCacheWasThere() throws IOException {
        // Given
        int port = freePort();
        try (CacheClient client = new CacheClient(Configs.client(port), new SimpleMeterRegistry())) {
            CompletableFuture<LookUp> asked = client.find(CacheName.SCHEMAS, "key");
            assertThat(client.get(CacheName.SCHEMAS, "key"))
                    .succeedsWithin(PATIENCE)
                    .isEqualTo(new LookUp.Unreachable());

            // When
            try (CacheNode node = CacheNode.start(Configs.cache(Map.of("platen.cache.port", Integer.toString(port))))) {
                node.open();

                // Then
                assertThat(asked).succeedsWithin(PATIENCE).isEqualTo(new LookUp.Absent());
                client.put(CacheName.SCHEMAS, "key", bytes("value"));
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.find(CacheName.SCHEMAS, "key"))
                        .succeedsWithin(PATIENCE)
                        .isInstanceOfSatisfying(LookUp.Found.class, found -> assertThat(found.value())
                                .isEqualTo(bytes("value"))));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
