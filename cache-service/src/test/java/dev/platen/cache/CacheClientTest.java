package dev.platen.cache;

import static dev.platen.cache.Remote.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.broker.Ports;
import dev.platen.testkit.Wire;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** The services' client against a real node. */
@Timeout(120)
class CacheClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than what a narrow wire carries in the time that a look-up may take. */
    private static final byte[] VALUE = new byte[256 * 1024];

    @Test
    void shouldFindWhatWasAskedForBeforeTheCacheWasThere() throws IOException {
        // Given
        int port = Ports.free();
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

    @TestFactory
    Stream<DynamicTest> shouldMissWhatABadConnectionKeepsBackAndFindItOnceThatIsMended() {
        Map<String, Consumer<Wire>> faults = Map.of(
                "cut",
                Wire::cut,
                "frozen",
                Wire::freeze,
                "slow",
                wire -> wire.delay(Duration.ofSeconds(1)),
                "narrow",
                wire -> wire.narrow(64 * 1024));
        return faults.entrySet().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> missAndFind(fault.getValue())));
    }

    private static void missAndFind(Consumer<Wire> fault) throws IOException {
        // Given
        try (CacheNode node = CacheNode.start(Configs.cache(Map.of("platen.cache.port", "0")))) {
            node.open();
            try (Wire wire = new Wire(node.port());
                    CacheClient client = new CacheClient(Configs.client(wire.port()), new SimpleMeterRegistry())) {
                await().atMost(PATIENCE)
                        .until(() -> client.store(CacheName.PLANS, "key", VALUE).join());

                // When
                fault.accept(wire);
                CompletableFuture<LookUp> missed = client.get(CacheName.PLANS, "key");

                // Then
                assertThat(missed).succeedsWithin(PATIENCE).isEqualTo(new LookUp.Unreachable());
                wire.mend();
                assertThat(client.find(CacheName.PLANS, "key"))
                        .succeedsWithin(PATIENCE)
                        .isInstanceOfSatisfying(LookUp.Found.class, found -> assertThat(found.value())
                                .isEqualTo(VALUE));
            }
        }
    }
}
