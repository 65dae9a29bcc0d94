package dev.platen.standalone;

import dev.platen.contract.flow.Message;
import dev.platen.contract.topic.Topic;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What a topic holds, as whoever follows it reads it. */
final class Records {
    private static final Duration POLL = Duration.ofMillis(200);

    private Records() {}

    /** Every record that can be read, from the first to the one that is the last now. */
    static List<Message> of(KafkaClients clients, Topic topic) {
        List<Message> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
            List<TopicPartition> partitions = reader.partitionsFor(topic.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(POLL).forEach(polled -> {
                    if (CloudEvents.decode(polled.headers(), polled.value())
                            instanceof CloudEvents.Decoded.Read(Message message)) {
                        records.add(message);
                    }
                });
            }
        }
        return records;
    }
}
