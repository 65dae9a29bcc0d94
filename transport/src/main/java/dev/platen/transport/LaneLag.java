package dev.platen.transport;

import java.time.InstantSource;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a lane is behind, as far as its consumer knows. Written by the thread that polls, read by any. A lane that is
 * paused learns nothing new, so the operator asks the broker instead.
 */
final class LaneLag {
    private final InstantSource clock;
    private volatile long records;
    private volatile long takenMillis;

    LaneLag(InstantSource clock) {
        this.clock = clock;
    }

    void taken(ConsumerRecord<byte[], byte[]> polled) {
        takenMillis = polled.timestamp();
    }

    /** Asks the consumer, which answers from what its last fetches brought. */
    void look(KafkaConsumer<byte[], byte[]> consumer) {
        long sum = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong waiting = consumer.currentLag(partition);
            sum += waiting.orElse(0);
        }
        records = sum;
    }

    /** Records that wait. */
    long records() {
        return records;
    }

    /** Seconds since the record that was taken last was sent, where more of them wait; 0 where none does. */
    long seconds() {
        return records == 0 ? 0 : Math.max(0, (clock.millis() - takenMillis) / 1_000);
    }
}
