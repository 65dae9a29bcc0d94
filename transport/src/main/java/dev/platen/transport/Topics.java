package dev.platen.transport;

import dev.platen.contract.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * The one step that creates the topics and then refuses a log of schemas that could lose one: the wrong cleanup policy
 * or a retention would let the broker drop schemas that were acknowledged.
 */
public final class Topics {
    private final Admin admin;
    private final short replication;
    private final InstantSource clock;

    /**
     * Works through a client that stays the caller's.
     *
     * @param replication copies of each partition that new topics get and that the log must have at least
     */
    public Topics(Admin admin, short replication, InstantSource clock) {
        this.admin = admin;
        this.replication = replication;
        this.clock = clock;
    }

    /**
     * Creates what is missing and checks the log. Idempotent; several services may do it at the same time.
     *
     * @param patience how long to wait for brokers that are not there yet
     * @throws TopicUnsafeException if the log of schemas could lose a schema, with every setting that is wrong
     * @throws IllegalStateException if the brokers do not answer in time
     */
    public void ensure(Duration patience) {
        Instant end = clock.instant().plus(patience);
        while (true) {
            try {
                create();
                check();
                return;
            } catch (ExecutionException failed) {
                if (!isTemporary(failed.getCause()) || clock.instant().isAfter(end)) {
                    throw new IllegalStateException(
                            "the topics cannot be created or read: " + KafkaFailure.sentence(failed.getCause()),
                            failed);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the brokers", interrupted);
            }
        }
    }

    private void create() throws ExecutionException, InterruptedException {
        List<NewTopic> wanted =
                Arrays.stream(Topic.values()).map(this::newTopic).toList();
        for (var created : admin.createTopics(wanted).values().values()) {
            try {
                created.get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
            }
        }
    }

    /** With copies to spare, an acknowledgement of all of them is worth two: one broker may be lost, and none is waited for. */
    private NewTopic newTopic(Topic topic) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.put("min.insync.replicas", Integer.toString(Math.max(1, replication - 1)));
        return new NewTopic(topic.topicName(), topic.partitions(), replication).configs(settings);
    }

    /** Brokers that have only just started: not all of them are known yet. */
    private static boolean isTemporary(@Nullable Throwable failure) {
        return failure instanceof RetriableException || failure instanceof InvalidReplicationFactorException;
    }

    private void check() throws ExecutionException, InterruptedException {
        String log = Topic.SCHEMAS.topicName();
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, log);
        Config settings = Objects.requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource));
        TopicDescription description = Objects.requireNonNull(
                admin.describeTopics(List.of(log)).allTopicNames().get().get(log));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> wanted : Topic.SCHEMAS.guarantees().entrySet()) {
            String found = settings.get(wanted.getKey()).value();
            if (!wanted.getValue().equals(found)) {
                wrong.add("%s is '%s' and must be '%s'".formatted(wanted.getKey(), found, wanted.getValue()));
            }
        }
        description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .filter(replicas -> replicas < replication)
                .findFirst()
                .ifPresent(replicas -> wrong.add(
                        "a partition has %d replicas and must have at least %d".formatted(replicas, replication)));
        if (!wrong.isEmpty()) {
            throw new TopicUnsafeException("topic %s could lose schemas: %s; correct the topic and start again"
                    .formatted(log, String.join("; ", wrong)));
        }
    }

    /** The log of schemas is set up so that it could lose an acknowledged schema. */
    public static final class TopicUnsafeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TopicUnsafeException(String message) {
            super(message);
        }
    }
}
