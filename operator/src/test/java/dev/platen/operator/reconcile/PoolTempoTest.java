package dev.platen.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.platen.operator.api.LastDecision;
import dev.platen.operator.api.WorkerPoolStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a pool remembers from turn to turn, and what its profile and its schedules ask for. */
class PoolTempoTest {
    private static final double QUIET = 20;
    private static final double BUSY = 600;
    private static final int BUSY_PODS = 5;

    private Stage stage;

    @BeforeEach
    void start() throws IOException {
        stage = new Stage();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void shouldRememberChangesAndSpeedsAndForgetThemAfterAnHour() {
        // Given
        stage.workers.deploy(1);
        stage.createPool("");
        stage.turns(3, QUIET);
        stage.turn(BUSY);
        stage.workers.startPods(BUSY_PODS);

        // When
        WorkerPoolStatus soon = stage.turns(8, BUSY);
        stage.clock.advance(Duration.ofHours(1));
        WorkerPoolStatus late = stage.turns(2, BUSY);

        // Then
        assertThat(soon.changes()).hasSize(1);
        assertThat(soon.speeds())
                .extracting(WorkerPoolStatus.Speed::replicas, WorkerPoolStatus.Speed::serviceRatePerWorker)
                .containsExactly(tuple(1, 100.0), tuple(BUSY_PODS, 100.0));
        assertThat(late.changes()).isEmpty();
        assertThat(late.speeds()).hasSize(1);
    }

    @Test
    void shouldKeepToItsScheduleAndTellWhichOneCannotBeRead() {
        // Given
        stage.workers.deploy(1);
        stage.createPool("""
                "schedule": [
                  {"name": "noon", "from": "12:00", "to": "13:00", "min": 4},
                  {"name": "evening", "from": "18:00", "to": "20:00", "min": 9, "timeZone": "Europe/Berln"}]
                """);

        // When
        WorkerPoolStatus status = stage.turns(3, QUIET);

        // Then
        assertThat(stage.workers.replicas()).isEqualTo(4);
        assertThat(decision(status).bindingTerm()).isEqualTo("Schedule");
        assertThat(Stage.condition(status, "Ready")).isEqualTo("False InvalidSchedule");
        assertThat(status.conditions().getFirst().getMessage()).startsWith("schedule evening: no hours from 18:00");
    }

    @Test
    void shouldTakeObjectiveAndBehaviorFromTheProfileWhereNothingIsWritten() {
        // Given
        stage.workers.deploy(1);
        stage.createPool("\"profile\": \"Background\", \"objective\": {\"utilizationPercent\": 60}");
        stage.turns(3, QUIET);

        // When
        WorkerPoolStatus status = stage.turn(BUSY);

        // Then
        assertThat(decision(status).bindingTerm()).isEqualTo("Utilization");
        assertThat(decision(status).explanation()).contains("p95");
        assertThat(stage.workers.replicas()).isEqualTo(6);
    }

    private static LastDecision decision(WorkerPoolStatus status) {
        return Objects.requireNonNull(status.lastDecision());
    }
}
