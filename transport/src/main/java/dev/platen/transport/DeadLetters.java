package dev.platen.transport;

import dev.platen.contract.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;

/**
 * Reads the dead letters, and sends those on that a mended worker should try again. Reads one after the other, so that
 * any number of them fits into memory.
 */
public final class DeadLetters {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Nobody waits for the answer any more, so the work gets time enough to be done. */
    private static final Duration NEW_DEADLINE = Duration.ofMinutes(5);

    private static final Set<String> WORK = Set.copyOf(Arrays.stream(Topic.values())
            .filter(topic -> topic == Topic.COMPILE || topic == Topic.RENDER || topic == Topic.RENDER_BATCH)
            .map(Topic::topicName)
            .toList());

    private final KafkaClients clients;
    private final InstantSource clock;

    /** Reads through these clients. */
    public DeadLetters(KafkaClients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** Passes on every dead letter that there is now, the oldest first. */
    public void each(Consumer<DeadLetter> reader) {
        read((letter, _) -> reader.accept(letter));
    }

    /**
     * Sends work to the topic that it came from, each record once, however often it was put aside, and with a new
     * deadline. It stays among the dead letters.
     *
     * @param wanted which ones
     * @param onSent called after each one that has arrived
     * @return how many were sent
     */
    public int replay(Predicate<DeadLetter> wanted, Consumer<DeadLetter> onSent) {
        Set<String> sent = new HashSet<>();
        try (Publisher publisher = new Publisher(clients, "/platen/dead-letters")) {
            read((letter, kept) -> {
                boolean isWork = WORK.contains(letter.topic()) && kept.value() != null;
                if (isWork && wanted.test(letter) && sent.add(letter.source())) {
                    publisher.resend(again(letter, kept)).join();
                    onSent.accept(letter);
                }
            });
        }
        return sent.size();
    }

    private ProducerRecord<byte[], byte[]> again(DeadLetter letter, ConsumerRecord<byte[], byte[]> kept) {
        Headers headers = DeadLetter.original(kept);
        if (headers.lastHeader("ce_deadline") != null) {
            headers.remove("ce_deadline");
            headers.add(
                    "ce_deadline", clock.instant().plus(NEW_DEADLINE).toString().getBytes(StandardCharsets.UTF_8));
        }
        return new ProducerRecord<>(letter.topic(), null, null, kept.key(), kept.value(), headers);
    }

    private void read(BiConsumer<DeadLetter, ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = clients.reader()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.DEAD_LETTERS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(kept -> reader.accept(DeadLetter.read(kept), kept));
            }
        }
    }
}
