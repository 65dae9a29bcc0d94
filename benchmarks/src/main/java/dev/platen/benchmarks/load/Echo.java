package dev.platen.benchmarks.load;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that a request and its answer over Kafka can cost: a record there, a record back, both of the sizes that
 * Platen sends, on Platen's own broker and with its settings, and nobody who does anything with them.
 */
final class Echo implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final TopicPartition REQUESTS = new TopicPartition("bench.requests", 0);
    private static final TopicPartition REPLIES = new TopicPartition("bench.replies", 0);

    private final Supplier<byte[]> request;
    private final byte[] reply;
    private final KafkaProducer<byte[], byte[]> out;
    private final KafkaProducer<byte[], byte[]> back;
    private final KafkaConsumer<byte[], byte[]> in;
    private final KafkaConsumer<byte[], byte[]> answers;
    private final Thread echoing;

    private Echo(String broker, Supplier<byte[]> request, byte[] reply) {
        this.request = request;
        this.reply = reply;
        out = producer(broker);
        back = producer(broker);
        in = consumer(broker, REQUESTS);
        answers = consumer(broker, REPLIES);
        echoing = Thread.ofPlatform().name("echo").start(this::echo);
    }

    /** Creates the topics and begins to listen. */
    static Echo on(String broker, Supplier<byte[]> request, byte[] reply)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(
                            new NewTopic(REQUESTS.topic(), 1, (short) 1), new NewTopic(REPLIES.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        return new Echo(broker, request, reply);
    }

    private static KafkaProducer<byte[], byte[]> producer(String broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "1", "enable.idempotence", false, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String broker, TopicPartition partition) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        consumer.position(partition);
        return consumer;
    }

    private void echo() {
        try (in) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> received : in.poll(POLL)) {
                    var _ = back.send(new ProducerRecord<>(REPLIES.topic(), received.key(), reply));
                }
            }
        } catch (WakeupException stopped) {
            // close() asked for the end
        }
    }

    /** A closed loop: so many records on their way, the next one sent as soon as an answer is there. */
    Round run(int inFlight, Duration duration) {
        Round round = new Round();
        long started = System.nanoTime();
        long end = started + duration.toNanos();
        for (int i = 0; i < inFlight; i++) {
            send();
        }
        int waiting = inFlight;
        while (waiting > 0) {
            ConsumerRecords<byte[], byte[]> polled = answers.poll(PATIENCE);
            if (polled.isEmpty()) {
                throw new IllegalStateException("%d records did not come back within %s".formatted(waiting, PATIENCE));
            }
            for (ConsumerRecord<byte[], byte[]> answer : polled) {
                long now = System.nanoTime();
                round.answered(now - ByteBuffer.wrap(answer.key()).getLong());
                if (now < end) {
                    send();
                } else {
                    waiting--;
                }
            }
        }
        return round.over(System.nanoTime() - started, 0);
    }

    /** The key of a record is the time at which it was sent. */
    private void send() {
        byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(System.nanoTime()).array();
        var _ = out.send(new ProducerRecord<>(REQUESTS.topic(), key, request.get()));
    }

    @Override
    public void close() {
        in.wakeup();
        try {
            echoing.join(PATIENCE);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        answers.close();
        out.close(PATIENCE);
        back.close(PATIENCE);
    }
}
