package dev.platen.standalone;

import static org.awaitility.Awaitility.await;

import dev.platen.broker.Ports;
import dev.platen.contract.topic.Topic;
import dev.platen.standalone.cluster.Cluster;
import dev.platen.standalone.cluster.ClusterConfig;
import dev.platen.standalone.cluster.Member;
import dev.platen.testkit.Client;
import dev.platen.testkit.Home;
import dev.platen.transport.KafkaClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * A cluster for the tests of one class, and a client of its gateway.
 *
 * @param cluster the processes
 * @param client asks their gateway
 */
record RunningCluster(Cluster cluster, Client client) implements AutoCloseable {
    /** Long enough for a machine that does something else besides. */
    static final Duration START = Duration.ofMinutes(2);

    /** Everything is ready when this returns; data and logs go to the directory. */
    static RunningCluster start(Path directory) {
        return start(directory, 1);
    }

    /** The same with so many brokers. */
    static RunningCluster start(Path directory, int brokers) {
        ClusterConfig config = new ClusterConfig(Ports.free(), directory, brokers, 2, Optional.empty());
        RunningCluster started = new RunningCluster(Cluster.start(Home.path(), config), new Client(config.port()));
        try {
            started.awaitReady();
            return started;
        } catch (IllegalStateException notReady) {
            started.close(); // what went on running would take the machine from the tests that follow
            throw notReady;
        }
    }

    /** Waits until every process that was ended is back. */
    void awaitReady() {
        cluster.awaitReady(START, _ -> {});
    }

    /** Waits until every broker has all that it should have. */
    void awaitBrokers() {
        try (Admin admin = kafka().admin()) {
            List<String> topics =
                    Stream.of(Topic.values()).map(Topic::topicName).toList();
            await().atMost(START)
                    .ignoreExceptions()
                    .until(() -> admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream())
                            .allMatch(partition -> partition.isr().size()
                                    == partition.replicas().size()));
        }
    }

    Member member(String name) {
        return cluster.member(name);
    }

    /** {@code kill -9}; returns once the process is gone. */
    void kill(String... names) {
        List<ProcessHandle> victims =
                Stream.of(names).map(name -> member(name).handle()).toList();
        victims.forEach(ProcessHandle::destroyForcibly);
        victims.forEach(victim -> victim.onExit().join());
    }

    /** From now on the process neither answers nor ends, until {@link #thaw}. */
    void freeze(String name) {
        signal("-STOP", name);
    }

    void thaw(String name) {
        signal("-CONT", name);
    }

    private void signal(String signal, String name) {
        String process = Long.toString(member(name).handle().pid());
        try {
            int status = new ProcessBuilder("kill", signal, process).start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill %s of %s failed".formatted(signal, name));
            }
        } catch (IOException noSuchCommand) {
            throw new UncheckedIOException("signals are sent with the command kill", noSuchCommand);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Clients of the brokers. */
    KafkaClients kafka() {
        String servers = cluster.members().stream()
                .filter(member -> member.name().startsWith("broker"))
                .map(member -> "127.0.0.1:" + member.port())
                .collect(Collectors.joining(","));
        return new KafkaClients(servers, Map.of());
    }

    @Override
    public void close() {
        client.close();
        cluster.close();
    }
}
