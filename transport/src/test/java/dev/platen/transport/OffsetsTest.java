package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetsTest {
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);
    private final Offsets offsets = new Offsets();

    @Test
    void shouldNotCommitPastARecordThatIsStillInFlight() {
        // Given
        offsets.started(PARTITION, 10);
        offsets.started(PARTITION, 11);
        offsets.finished(PARTITION, 11);

        // When
        var safe = offsets.committable();

        // Then
        assertThat(safe).isEqualTo(Map.of(PARTITION, new OffsetAndMetadata(10)));
    }

    @Test
    void shouldCommitEverythingOnceAllIsFinished() {
        // Given
        offsets.started(PARTITION, 10);
        offsets.started(PARTITION, 11);
        offsets.finished(PARTITION, 11);
        offsets.finished(PARTITION, 10);

        // When
        var safe = offsets.committable();

        // Then
        assertThat(safe).isEqualTo(Map.of(PARTITION, new OffsetAndMetadata(12)));
        assertThat(offsets.inFlight()).isZero();
        assertThat(offsets.committable()).isEmpty();
    }

    @Test
    void shouldForgetPartitionsThatWereTakenAway() {
        // Given
        offsets.started(PARTITION, 10);

        // When
        offsets.forget(List.of(PARTITION));
        offsets.finished(PARTITION, 10);

        // Then
        assertThat(offsets.committable()).isEmpty();
        assertThat(offsets.inFlight()).isZero();
    }
}
