package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise P9: of three brokers one may be killed, whichever it is, while everybody works. */
@Tag("chaos")
class BrokerLossIT {
    private static final List<String> BROKERS = List.of("broker-1", "broker-2", "broker-3");

    @TempDir
    private static Path directory;

    private static RunningCluster running;

    private final Acknowledged schemas = new Acknowledged();

    @BeforeAll
    static void start() {
        running = RunningCluster.start(directory, BROKERS.size());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void shouldAnswerEverybodyAsIfNothingHadHappened() {
        // Given
        try (Load load = new Load(running.client(), 0)) {
            for (String broker : BROKERS) {
                schemas.store(running.client(), broker);
                load.awaitAnswers();

                // When
                running.kill(broker);

                // Then
                load.awaitAnswers();
                await().atMost(RunningCluster.START)
                        .ignoreExceptions()
                        .untilAsserted(() -> schemas.assertAllThere(running.client()));
                running.awaitBrokers();
            }
            load.stop();
            assertThat(load.wrong()).isEmpty();
            assertThat(load.unanswered()).isZero();
            assertThat(Submissions.numbers(running.kafka())).containsAll(load.accepted());
        }
    }
}
