package dev.platen.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetsTest {
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);
    private final Offsets offsets = new Offsets();

    @Test
    void shouldNotCommitPastARecordThatIsStillInFlight() {
        // Given
        begun(10);
        begun(11).finish();

        // When
        var safe = offsets.committable();

        // Then
        assertThat(safe).isEqualTo(Map.of(PARTITION, committed(10, "")));
    }

    @Test
    void shouldCommitEverythingOnceAllIsFinished() {
        // Given
        Offsets.Taken first = begun(10);
        Offsets.Taken second = begun(11);
        second.finish();
        first.finish();

        // When
        var safe = offsets.committable();

        // Then
        assertThat(safe).isEqualTo(Map.of(PARTITION, committed(12, "")));
        assertThat(offsets.inFlight()).isZero();
        assertThat(offsets.committable()).isEmpty();
    }

    @Test
    void shouldForgetPartitionsThatWereTakenAway() {
        // Given
        Offsets.Taken taken = begun(10);

        // When
        offsets.forget(List.of(PARTITION));
        taken.finish();

        // Then
        assertThat(offsets.committable()).isEmpty();
        assertThat(offsets.inFlight()).isZero();
    }

    @Test
    void shouldLeaveWhatHasNotBegunToOthers() throws InterruptedException {
        // Given
        Offsets.Taken begun = begun(10);
        Offsets.Taken waiting = offsets.take(PARTITION, 11);
        begun(12).finish();

        // When
        offsets.abandon(List.of(PARTITION));
        begun.finish();

        // Then
        assertThat(waiting.begin()).isFalse();
        assertThat(offsets.awaitFinished(List.of(PARTITION), Duration.ZERO)).isTrue();
        assertThat(offsets.farewell(List.of(PARTITION), Set.of())).isEqualTo(Map.of(PARTITION, committed(11, "left")));
    }

    @Test
    void shouldKeepTheMarkOfARecordUntilItIsFinished() {
        // Given
        Offsets.Taken suspect = begun(10);
        Footprint.Alone mark = new Footprint.Alone(10, 2);

        // When
        var marked = offsets.beginning(PARTITION, mark);
        begun(11).finish();
        var meanwhile = offsets.farewell(List.of(PARTITION), Set.of());
        suspect.finish();
        var after = offsets.committable();

        // Then
        assertThat(marked).isEqualTo(Map.of(PARTITION, committed(10, "alone 10 2")));
        assertThat(meanwhile).isEqualTo(marked);
        assertThat(after).isEqualTo(Map.of(PARTITION, committed(12, "")));
    }

    private Offsets.Taken begun(long offset) {
        Offsets.Taken taken = offsets.take(PARTITION, offset);
        assertThat(taken.begin()).isTrue();
        return taken;
    }

    private static OffsetAndMetadata committed(long offset, String footprint) {
        return new OffsetAndMetadata(offset, footprint);
    }
}
