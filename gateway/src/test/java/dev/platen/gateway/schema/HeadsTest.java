package dev.platen.gateway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.gateway.GatewayConfig;
import dev.platen.gateway.events.Events;
import dev.platen.gateway.schema.Heads.Known;
import dev.platen.testkit.Configs;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClientConfig;
import dev.platen.transport.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known of names while the cluster's cache cannot be asked. */
class HeadsTest {
    private static final TenantId TENANT = new TenantId("default");
    private static final SchemaHead HEAD =
            new SchemaHead(new SchemaName("order"), Digest.of(new byte[] {1}), Digest.of(new byte[] {2}));

    private final CacheClient away = new CacheClient(
            Configs.read(
                    CacheClientConfig.class,
                    Map.of(
                            "platen.cache-client.servers", "127.0.0.1:1",
                            "platen.cache-client.timeout", "PT0.1S",
                            "platen.cache-client.patience", "PT0.1S")),
            new SimpleMeterRegistry());
    private final Heads heads = new Heads(
            Configs.read(GatewayConfig.class, Map.of("platen.gateway.head-cache-ttl", "PT0.000001S")),
            away,
            new Events(),
            Tracing.OFF);

    @AfterEach
    void close() {
        away.close();
    }

    @Test
    void shouldGoOnWithWhatWasKnownLast() {
        // Given
        heads.remember(TENANT, HEAD);

        // When
        Known known = heads.current(TENANT, HEAD.name()).join();

        // Then
        assertThat(known).isEqualTo(new Known.Current(HEAD, false));
    }

    @Test
    void shouldNotBringBackWhatWasRemoved() {
        // Given
        heads.remember(TENANT, HEAD);
        heads.forget(TENANT, HEAD.name());

        // When
        Known known = heads.current(TENANT, HEAD.name()).join();

        // Then
        assertThat(known).isEqualTo(new Known.Unreachable());
    }

    @Test
    void shouldNotAnswerOneTenantWithTheHeadOfAnother() {
        // Given
        heads.remember(new TenantId("other"), HEAD);

        // When
        Known known = heads.current(TENANT, HEAD.name()).join();

        // Then
        assertThat(known).isEqualTo(new Known.Unreachable());
    }
}
