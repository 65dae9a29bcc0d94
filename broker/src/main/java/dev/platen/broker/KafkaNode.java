package dev.platen.broker;

import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * One Kafka node in both roles, put together from the same parts as {@link KafkaRaftServer}, which offers no way to
 * bring one's own sockets and thereby no free port without a race.
 */
final class KafkaNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ControllerServer controller;
    private final BrokerServer broker;
    private final String bootstrapServers;

    private KafkaNode(ControllerServer controller, BrokerServer broker, String bootstrapServers) {
        this.controller = controller;
        this.broker = broker;
        this.bootstrapServers = bootstrapServers;
    }

    static KafkaNode start(Path directory, BrokerConfig given) {
        LoopbackListener brokerListener = LoopbackListener.bind(given.port());
        LoopbackListener controllerListener =
                LoopbackListener.bind(given.quorum().controllerPort());
        try {
            KafkaNode node = assemble(directory, given, brokerListener, controllerListener);
            node.startParts();
            return node;
        } catch (Throwable e) {
            brokerListener.close();
            controllerListener.close();
            throw e;
        }
    }

    private static KafkaNode assemble(
            Path directory, BrokerConfig given, LoopbackListener brokerListener, LoopbackListener controllerListener) {
        Map<Integer, InetSocketAddress> voters = voters(given.quorum(), controllerListener);
        String advertised = brokerListener.addressOr(given.advertisedPort());
        KafkaConfig config = KafkaSettings.of(directory, given.quorum(), voters, brokerListener, advertised);
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> stored =
                KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KafkaNode.class), "");
        Metrics metrics = Server.initializeMetrics(
                config, Time.SYSTEM, stored._1().clusterId().orElseThrow());
        Map<String, ServerSocketChannel> sockets = Map.of(
                KafkaSettings.BROKER_LISTENER, brokerListener.channel(),
                KafkaSettings.CONTROLLER_LISTENER, controllerListener.channel());
        SharedServer shared = new SharedServer(
                config,
                stored._1(),
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(voters),
                List.of(),
                new StandardFaultHandlerFactory(),
                (listener, address, backlog, bufferBytes) -> sockets.get(listener));
        return new KafkaNode(
                new ControllerServer(shared, KafkaRaftServer.configSchema(), stored._2()),
                new BrokerServer(shared),
                advertised);
    }

    private static Map<Integer, InetSocketAddress> voters(Quorum quorum, LoopbackListener own) {
        Map<Integer, InetSocketAddress> voters = new TreeMap<>();
        for (int node = 1; node <= quorum.controllerPorts().size(); node++) {
            int port = quorum.controllerPorts().get(node - 1);
            voters.put(node, node == quorum.node() ? own.socketAddress() : LoopbackListener.socketAddress(port));
        }
        return voters;
    }

    /** The controller first: the broker registers with it. */
    private void startParts() {
        try {
            controller.startup();
            broker.startup();
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        broker.shutdown(PATIENCE);
        controller.shutdown();
    }
}
