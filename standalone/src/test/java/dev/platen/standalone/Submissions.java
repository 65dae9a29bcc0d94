package dev.platen.standalone;

import dev.platen.contract.flow.FormSubmitted;
import dev.platen.contract.topic.Topic;
import dev.platen.transport.CloudEvents;
import dev.platen.transport.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What was submitted, as whoever follows the log of submissions reads it. */
final class Submissions {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Pattern NUMBER = Pattern.compile("\"n\":\\s*(\\d+)");

    private Submissions() {}

    /** The number in each of them, every record counted. */
    static List<Integer> numbers(KafkaClients clients) {
        List<Integer> numbers = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
            List<TopicPartition> partitions = reader.partitionsFor(Topic.FORMS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(POLL).forEach(polled -> {
                    if (CloudEvents.decode(polled.headers(), polled.value())
                            instanceof CloudEvents.Decoded.Read(FormSubmitted form)) {
                        numbers.add(number(form));
                    }
                });
            }
        }
        return numbers;
    }

    private static int number(FormSubmitted form) {
        Matcher number = NUMBER.matcher(new String(form.data(), StandardCharsets.UTF_8));
        if (!number.find()) {
            throw new AssertionError("the load submits numbers, found %s bytes".formatted(form.data().length));
        }
        return Integer.parseInt(number.group(1));
    }
}
