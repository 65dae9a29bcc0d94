package dev.platen.operator;

import dev.platen.broker.Broker;
import dev.platen.broker.BrokerConfig;
import dev.platen.operator.testing.FakeWorkers;
import dev.platen.operator.testing.MockApiServer;
import dev.platen.operator.testing.Permissions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Starts what the operator lives in before it starts itself: an API server that allows it what its role does, and a broker. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    @Override
    public Map<String, String> start() {
        try {
            MockApiServer server = MockApiServer.start(Permissions.shipped());
            started.push(server);
            Broker broker = Broker.start(new BrokerConfig(Files.createTempDirectory("operator-broker"), 0));
            started.push(broker);
            return Map.of(
                    "quarkus.kubernetes-client.api-server-url",
                    server.url(),
                    "quarkus.kubernetes-client.token",
                    MockApiServer.RESTRICTED_TOKEN,
                    "quarkus.kubernetes-client.namespace",
                    FakeWorkers.NAMESPACE,
                    "platen.kafka.bootstrap-servers",
                    broker.bootstrapServers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
