package dev.platen.broker;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;

/** What Kafka is told: one node in both roles, on loopback, with threads and buffers for one machine. */
final class KafkaSettings {
    static final int NODE_ID = 1;
    static final String BROKER_LISTENER = "BROKER";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    /** Above the largest document and the largest data of one request, with room for headers. */
    private static final int MAX_RECORD_BYTES = 6 * MIB;

    private KafkaSettings() {}

    static KafkaConfig of(Path directory, LoopbackListener broker, LoopbackListener controller) {
        Map<String, Object> settings = new HashMap<>();
        settings.putAll(identity(directory, broker, controller));
        settings.putAll(SINGLE_NODE);
        settings.putAll(BOUNDS);
        settings.putAll(DISK);
        return new KafkaConfig(settings);
    }

    private static Map<String, Object> identity(Path directory, LoopbackListener broker, LoopbackListener controller) {
        String brokerEndpoint = BROKER_LISTENER + "://" + broker.address();
        String controllerEndpoint = CONTROLLER_LISTENER + "://" + controller.address();
        return Map.ofEntries(
                entry("node.id", NODE_ID),
                entry("process.roles", "broker,controller"),
                entry("log.dirs", directory.toString()),
                entry("listeners", brokerEndpoint + "," + controllerEndpoint),
                entry("advertised.listeners", brokerEndpoint),
                entry(
                        "listener.security.protocol.map",
                        BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT"),
                entry("inter.broker.listener.name", BROKER_LISTENER),
                entry("controller.listener.names", CONTROLLER_LISTENER),
                entry("controller.quorum.voters", NODE_ID + "@" + controller.address()));
    }

    /**
     * There is nobody to replicate to and nobody to wait for. After a kill the controller takes nobody back before the
     * session of the killed broker has ended: at the default of 9 s, most of the time of a restart.
     */
    private static final Map<String, Object> SINGLE_NODE = Map.ofEntries(
            entry("auto.create.topics.enable", false),
            entry("default.replication.factor", "1"),
            entry("min.insync.replicas", 1),
            entry("offsets.topic.replication.factor", "1"),
            entry("offsets.topic.num.partitions", 4),
            entry("transaction.state.log.replication.factor", "1"),
            entry("transaction.state.log.min.isr", 1),
            entry("transaction.state.log.num.partitions", 1),
            entry("group.initial.rebalance.delay.ms", 0),
            entry("broker.heartbeat.interval.ms", 500),
            entry("broker.session.timeout.ms", 3_000),
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
