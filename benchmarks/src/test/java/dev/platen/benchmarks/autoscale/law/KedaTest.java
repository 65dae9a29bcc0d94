package dev.platen.benchmarks.autoscale.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The quirks that its documentation names. */
class KedaTest {
    @Test
    void shouldDivideTheLagByTheThreshold() {
        // When / Then
        assertThat(new Keda(10, false, 300)
                        .decide(Readings.at(15).replicas(4).records(500, 61).look()))
                .isEqualTo(7);
    }

    @Test
    void shouldNotAskForMoreReplicasThanPartitions() {
        // When / Then
        assertThat(new Keda(10, false, 300)
                        .decide(Readings.at(15)
                                .replicas(23)
                                .records(9_000, 5_000)
                                .look()))
                .isEqualTo(23);
        assertThat(new Keda(10, false, 300)
                        .decide(Readings.at(15)
                                .replicas(12)
                                .records(9_000, 5_000)
                                .look()))
                .isEqualTo(24);
    }

    @Test
    void shouldKnowNothingOfALoadThatLeavesNoLag() {
        // Given
        Keda law = new Keda(10, false, 0);

        // When / Then
        assertThat(law.decide(Readings.at(15).replicas(12).records(100_000, 0).look()))
                .isZero();
    }

    @Test
    void shouldOnlyTakeDivisorsOfThePartitionsWhereTheyAreToBeEven() {
        // When / Then
        assertThat(new Keda(10, true, 300)
                        .decide(Readings.at(15).replicas(6).records(900, 85).look()))
                .isEqualTo(12);
        assertThat(new Keda(10, true, 300)
                        .decide(Readings.at(15).replicas(12).records(900, 125).look()))
                .isEqualTo(24);
    }

    @Test
    void shouldKnowOnlyOneAndAllWhereThePartitionsArePrime() {
        // When / Then
        assertThat(new Keda(10, true, 300)
                        .decide(Readings.at(15)
                                .replicas(12)
                                .partitions(23)
                                .records(900, 11)
                                .look()))
                .isEqualTo(23);
    }

    @Test
    void shouldLeaveALagWithinTheToleranceAlone() {
        // When / Then
        assertThat(new Keda(10, false, 0)
                        .decide(Readings.at(15).replicas(10).records(900, 109).look()))
                .isEqualTo(10);
    }

    @Test
    void shouldKeepItsReplicasWhereTheBrokerDoesNotAnswer() {
        // When / Then
        assertThat(new Keda(10, false, 0)
                        .decide(Readings.at(15).replicas(10).brokerSilent().look()))
                .isEqualTo(10);
    }
}
