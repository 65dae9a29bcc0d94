package dev.platen.broker;

import static java.util.Map.entry;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;

/** What Kafka is told: nodes in both roles, on loopback, with threads and buffers for one machine. */
final class KafkaSettings {
    static final String BROKER_LISTENER = "BROKER";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    /** Above the largest document and the largest data of one request, with room for headers. */
    private static final int MAX_RECORD_BYTES = 6 * MIB;

    private KafkaSettings() {}

    static KafkaConfig of(
            Path directory,
            Quorum quorum,
            Map<Integer, InetSocketAddress> voters,
            LoopbackListener broker,
            String advertised) {
        Map<String, Object> settings = new HashMap<>();
        settings.putAll(identity(directory, quorum, voters, broker));
        settings.put("advertised.listeners", BROKER_LISTENER + "://" + advertised);
        settings.putAll(copies(quorum));
        settings.putAll(MEMBERSHIP);
        settings.putAll(BOUNDS);
        settings.putAll(DISK);
        return new KafkaConfig(settings);
    }

    private static Map<String, Object> identity(
            Path directory, Quorum quorum, Map<Integer, InetSocketAddress> voters, LoopbackListener broker) {
        String brokerEndpoint = BROKER_LISTENER + "://" + broker.address();
        String controllerEndpoint = CONTROLLER_LISTENER + "://" + address(voters, quorum.node());
        return Map.ofEntries(
                entry("node.id", quorum.node()),
                entry("process.roles", "broker,controller"),
                entry("log.dirs", directory.toString()),
                entry("listeners", brokerEndpoint + "," + controllerEndpoint),
                entry(
                        "listener.security.protocol.map",
                        BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT"),
                entry("inter.broker.listener.name", BROKER_LISTENER),
                entry("controller.listener.names", CONTROLLER_LISTENER),
                entry(
                        "controller.quorum.voters",
                        voters.keySet().stream()
                                .map(node -> node + "@" + address(voters, node))
                                .collect(Collectors.joining(","))));
    }

    private static String address(Map<Integer, InetSocketAddress> voters, int node) {
        InetSocketAddress voter = Objects.requireNonNull(voters.get(node));
        return voter.getAddress().getHostAddress() + ":" + voter.getPort();
    }

    private static Map<String, Object> copies(Quorum quorum) {
        return Map.of(
                "default.replication.factor", Integer.toString(quorum.copies()),
                "min.insync.replicas", quorum.copiesInSync(),
                "offsets.topic.replication.factor", Integer.toString(quorum.copies()),
                "transaction.state.log.replication.factor", Integer.toString(quorum.copies()),
                "transaction.state.log.min.isr", quorum.copiesInSync());
    }

    /**
     * After a kill nobody gets the partitions of the killed broker before its session has ended, and where it was the
     * controller, not before there is another: with the defaults, which are made for networks, longer than requests wait.
     * And when it is back, every partition waits for it that it has followed lately, which must be less than it was away.
     */
    private static final Map<String, Object> MEMBERSHIP = Map.ofEntries(
            entry("auto.create.topics.enable", false),
            entry("offsets.topic.num.partitions", 4),
            entry("transaction.state.log.num.partitions", 1),
            entry("group.initial.rebalance.delay.ms", 0),
            entry("broker.heartbeat.interval.ms", 500),
            entry("broker.session.timeout.ms", 3_000),
            entry("controller.quorum.fetch.timeout.ms", 1_000),
            entry("controller.quorum.election.timeout.ms", 500),
            entry("controller.quorum.election.backoff.max.ms", 500),
            entry("replica.fetch.backoff.ms", 200),
            entry("replica.lag.time.max.ms", 5_000),
            entry("metric.reporters", ""));

    /** Threads and memory; the defaults are made for machines that do nothing else. */
    private static final Map<String, Object> BOUNDS = Map.of(
            "num.network.threads", 1,
            "num.io.threads", 2,
            "background.threads", 2,
            "num.recovery.threads.per.data.dir", 1,
            "log.cleaner.threads", 1,
            "log.cleaner.dedupe.buffer.size", 4 * MIB,
            "queued.max.requests", 200,
            "socket.request.max.bytes", 16 * MIB,
            "message.max.bytes", MAX_RECORD_BYTES,
            "replica.fetch.max.bytes", MAX_RECORD_BYTES);

    /** Small segments, so that compaction and expiry, which spare the newest segment, have something to work on. */
    private static final Map<String, Object> DISK =
            Map.of("log.segment.bytes", 64 * MIB, "log.index.size.max.bytes", MIB, "log.cleaner.backoff.ms", 5_000);
}
