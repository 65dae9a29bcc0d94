package dev.platen.benchmarks.load;

import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Uncached requests, counted at every station: sent, on the topic of requests, rendered, on the topic of replies, answered.
 * Every answer must be the one to its own request.
 */
final class Tally {
    private static final int CONNECTIONS = 32;
    private static final String REQUESTS = "platen.render";
    private static final String REPLIES = "platen.replies";

    private final long requests;
    private final Duration atMost;

    /** So many requests, fewer where the time does not suffice. */
    Tally(long requests, Duration atMost) {
        this.requests = requests;
        this.atMost = atMost;
    }

    List<Section> run() throws IOException, InterruptedException, ExecutionException {
        try (Platen up = Platen.start("up");
                Admin admin = Admin.create(
                        Map.of("bootstrap.servers", up.jvm().property("platen.kafka.bootstrap-servers")))) {
            up.store();
            up.page();
            Counters before = Counters.of(up.port());
            long asked = records(admin, REQUESTS);
            long replied = records(admin, REPLIES);
            Rounds rounds = new Rounds("uncached requests");
            rounds.add(drive(up));
            long rendered = (long) Counters.of(up.port()).since(before, Counters.RENDERED);
            long answers = rounds.answers();
            return List.of(new Section(
                    "%,d uncached requests, counted at every station".formatted(answers),
                    List.of(
                            surplus("answers that were wrong, refused or doubled", rounds.wrong()),
                            surplus("requests on Kafka beyond the answers", records(admin, REQUESTS) - asked - answers),
                            surplus("renderings beyond the answers", rendered - answers),
                            surplus(
                                    "replies on Kafka beyond the answers",
                                    records(admin, REPLIES) - replied - answers)),
                    List.of(rounds.perSecond(), rounds.median(), rounds.slowest()),
                    List.of(
                            "Every request has data of its own, which must be in the page that answers it; bytes beyond an answer's length count as wrong.",
                            "A station with more than answers has doubled something, one with less has lost something; pages have one reply each.",
                            "Bounded to %,d requests and %d s; `./platen bench pipeline million` counts all 10^6."
                                    .formatted(requests, atMost.toSeconds()))));
        }
    }

    private Round drive(Platen up) throws IOException {
        AtomicLong sent = new AtomicLong();
        long end = System.nanoTime() + atMost.toNanos();
        var calls = Requests.postNewData(Platen.PAGE);
        try (HttpLoad load = new HttpLoad(up.port(), CONNECTIONS, () -> {
            sent.incrementAndGet();
            return calls.get();
        })) {
            return load.run(() -> sent.get() < requests && System.nanoTime() < end);
        }
    }

    /** Either way is a fault. */
    private static Finding surplus(String name, long count) {
        return new Finding(name, (double) Math.abs(count), "", Budget.atMost(0));
    }

    /** How many records a topic has ever had. */
    private static long records(Admin admin, String topic) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest =
                admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                        .flatMap(description -> description.partitions().stream())
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }
}
