package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.broker.Ports;
import dev.platen.standalone.cluster.Cluster;
import dev.platen.standalone.cluster.ClusterConfig;
import dev.platen.standalone.cluster.Member;
import dev.platen.testkit.Client;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that starts has in memory what the one before it was asked for. */
class HotPagesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PAGE = "/v1/schemas/hot/render";
    private static final Pattern REMEMBERED = Pattern.compile("(?m)^cache_size\\{.*cache=\"pages\".*} 1\\.0$");

    @TempDir
    private Path directory;

    @Test
    void shouldRememberHotPagesWhereTheGatewayIsStartedAgain() throws IOException {
        // Given
        int port = Ports.free();
        byte[] document = Files.readAllBytes(Home.path().resolve("examples/sign-up.json"));
        try (Cluster cluster = Cluster.start(Home.path(), new ClusterConfig(port, directory, 1, 1, Optional.empty()));
                Client client = new Client(port)) {
            cluster.awaitReady(PATIENCE, _ -> {});
            client.put("/v1/schemas/hot", document);
            byte[] page = client.get(PAGE).body();

            // When
            replace(cluster, cluster.member("gateway"));
            await().atMost(PATIENCE).ignoreExceptions().until(() -> REMEMBERED
                    .matcher(Client.text(client.get("/q/metrics")))
                    .find());
            HttpResponse<byte[]> again = client.get(PAGE);

            // Then
            assertThat(again.headers().firstValue("cache-status")).hasValue("platen; hit; detail=l1");
            assertThat(again.body()).isEqualTo(page);
        }
    }

    /** SIGTERM; the cluster starts it again. */
    private static void replace(Cluster cluster, Member gateway) {
        long before = gateway.handle().pid();
        gateway.handle().destroy();
        await().atMost(PATIENCE).until(() -> gateway.handle().pid() != before && cluster.isReady(gateway));
    }
}
