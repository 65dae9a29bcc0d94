package dev.platen.operator.testing;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;

/**
 * A Kubernetes API server in memory, on a free port of the loopback interface, with Platen's resource definitions. It
 * understands server-side apply and scale subresources; it does not validate, fill in defaults or run controllers, and of
 * owners of fields it knows only those who apply.
 */
public final class MockApiServer implements AutoCloseable {
    /** Who shows this token may do no more than the permissions that the server was started with. */
    public static final String RESTRICTED_TOKEN = "restricted";

    private final KubernetesMockServer server;
    private final KubernetesClient client;

    private MockApiServer(KubernetesMockServer server) {
        this.server = server;
        this.client = server.createClient();
    }

    /** Starts a server that allows everything. */
    public static MockApiServer start() throws IOException {
        return start(new ApplyingDispatcher(null));
    }

    /** Starts a server that allows callers who show {@link #RESTRICTED_TOKEN} no more than this. */
    public static MockApiServer start(Permissions permissions) throws IOException {
        return start(new ApplyingDispatcher(permissions));
    }

    private static MockApiServer start(ApplyingDispatcher dispatcher) throws IOException {
        KubernetesMockServer server =
                new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), dispatcher, false);
        server.init(InetAddress.getLoopbackAddress(), 0);
        MockApiServer started = new MockApiServer(server);
        for (String kind : List.of("workerpools", "cacheclusters", "uischemas")) {
            byte[] definition = Files.readAllBytes(Golden.repository("k8s/crds/" + kind + ".platen.dev-v1.yml"));
            started.client.load(new ByteArrayInputStream(definition)).create();
        }
        return started;
    }

    /** Where it listens. */
    public String url() {
        return server.url("/");
    }

    /** A client of it, closed together with it. */
    public KubernetesClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }
}
