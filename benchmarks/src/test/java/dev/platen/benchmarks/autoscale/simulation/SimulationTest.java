package dev.platen.benchmarks.autoscale.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.platen.benchmarks.autoscale.workload.Workload;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
    private static final double PAUSE = 3;

    @Test
    void shouldServeOneAfterTheOtherOnOneThread() {
        // Given
        Workload workload = together(3, 1);

        // When
        Outcome outcome = Simulation.run(workload, there(1, Sharing.COOPERATIVE), keeping(), 1);

        // Then
        assertThat(outcome.requests()).isEqualTo(3);
        assertThat(outcome.median()).isCloseTo(2, Percentage.withPercentage(1));
        assertThat(outcome.longest()).isCloseTo(3, within(1e-6));
        assertThat(outcome.shareOver()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void shouldServeTwoAtATimeOnTwoThreads() {
        // When
        Outcome outcome = Simulation.run(together(3, 1), there(2, Sharing.COOPERATIVE), keeping(), 1);

        // Then
        assertThat(outcome.longest()).isCloseTo(2, within(1e-6));
    }

    @Test
    void shouldAgreeWithTheFormulaOfASingleQueue() {
        // Given
        Workload workload = exponential(8, 1, 60_000, 1);

        // When
        Outcome outcome = Simulation.run(workload, there(1, Sharing.COOPERATIVE), keeping(), 1);

        // Then
        assertThat(outcome.median()).isCloseTo(Math.log(2) / (10 - 8), Percentage.withPercentage(6));
        assertThat(outcome.p99()).isCloseTo(Math.log(100) / (10 - 8), Percentage.withPercentage(8));
    }

    @Test
    void shouldPoolOnlyInAShareGroup() {
        // Given
        Workload workload = exponential(32, 4, 20_000, 1);

        // When
        Outcome apart = Simulation.run(workload, there(1, Sharing.COOPERATIVE), keeping(), 4);
        Outcome pooled = Simulation.run(workload, there(1, Sharing.POOLED), keeping(), 4);

        // Then
        assertThat(apart.p99()).isCloseTo(Math.log(100) / (10 - 8), Percentage.withPercentage(10));
        // Erlang's C formula with four servers and an offered load of 3.2 says 0.596.
        double tail = 0.596 * Math.exp(-(40 - 32) * 0.55);
        assertThat(tail).isLessThan(0.01);
        assertThat(pooled.p99()).isLessThan(0.75).isGreaterThan(0.45);
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerEveryRequestOnceWhateverTheLawDoes(Sharing sharing) {
        // Given
        Workload workload = exponential(40, 8, 3_000, 2);
        SplittableRandom random = new SplittableRandom(3);

        // When
        Outcome outcome = Simulation.run(workload, there(2, sharing), law(_ -> random.nextInt(1, 9)), 2);

        // Then
        assertThat(outcome.requests()).isEqualTo(workload.size());
        assertThat(outcome.actions()).isGreaterThan(100);
    }

    @Test
    void shouldGiveTheSameOutcomeForTheSameArguments() {
        // Given
        Workload workload = exponential(40, 8, 2_000, 2);
        ToIntFunction<Reading> byLag = reading -> 1 + (int) reading.lag() / 3;

        // When / Then
        assertThat(Simulation.run(workload, there(1, Sharing.EAGER), law(byLag), 2))
                .isEqualTo(Simulation.run(workload, there(1, Sharing.EAGER), law(byLag), 2));
    }

    @Test
    void shouldPauseWhatMovesOrEverythingOrNothing() {
        // Given
        Workload workload = exponential(1, 8, 200, 2);

        // When
        double cooperative = growing(workload, Sharing.COOPERATIVE).pauseSeconds();
        double eager = growing(workload, Sharing.EAGER).pauseSeconds();
        double pooled = growing(workload, Sharing.POOLED).pauseSeconds();

        // Then
        assertThat(cooperative).isEqualTo(4 * PAUSE);
        assertThat(eager).isEqualTo(8 * PAUSE);
        assertThat(pooled).isZero();
    }

    @Test
    void shouldMakeRequestsWaitForAPause() {
        // Given
        Workload workload = exponential(20, 2, 200, 2);

        // When
        Outcome steady = Simulation.run(workload, there(4, Sharing.EAGER), keeping(), 2);
        Outcome growing = Simulation.run(workload, there(4, Sharing.EAGER), law(_ -> 3), 2);

        // Then
        assertThat(growing.longest()).isGreaterThan(steady.longest()).isGreaterThan(PAUSE);
    }

    @Test
    void shouldPayForPodsThatAreStarting() {
        // Given
        Workload workload = exponential(1, 8, 200, 2);

        // When
        Outcome outcome = growing(workload, Sharing.COOPERATIVE);

        // Then: the second pod is created at the first look, and works half a minute later
        assertThat(outcome.replicaSeconds()).isCloseTo(2 * workload.seconds() - 15, within(1e-6));
        assertThat(outcome.actions()).isEqualTo(1);
    }

    @Test
    void shouldShowWhatABrokerAndPodsWouldShow() {
        // Given
        Workload workload = together(3, 20);
        Reading[] seen = new Reading[1];

        // When
        Simulation.run(
                workload,
                there(1, Sharing.COOPERATIVE),
                law(reading -> {
                    seen[0] = reading;
                    return 1;
                }),
                1);

        // Then: after 30 s, one record is finished and one in hand
        assertThat(seen[0].at()).isEqualTo(30);
        assertThat(seen[0].lag()).isEqualTo(2);
        assertThat(seen[0].pods()).hasSize(1);
        assertThat(seen[0].pods().getFirst().records()).isEqualTo(1);
        assertThat(seen[0].pods().getFirst().busySeconds()).isCloseTo(30, within(1e-6));
    }

    private static Outcome growing(Workload workload, Sharing sharing) {
        return Simulation.run(workload, there(1, sharing), law(_ -> 2), 1);
    }

    private static Surroundings there(int threads, Sharing sharing) {
        return new Surroundings(threads, 1, 8, 30, sharing, PAUSE, 0, 1, 1.5);
    }

    private static Law keeping() {
        return law(Reading::replicas);
    }

    private static Law law(ToIntFunction<Reading> decision) {
        return new Law() {
            @Override
            public double interval() {
                return 15;
            }

            @Override
            public double delay() {
                return 0;
            }

            @Override
            public int decide(Reading reading) {
                return decision.applyAsInt(reading);
            }
        };
    }

    private static Workload together(int requests, float work) {
        double[] arrivals = new double[requests];
        float[] works = new float[requests];
        Arrays.fill(works, work);
        return new Workload(40, 1, arrivals, works, new byte[requests]);
    }

    /** Poisson arrivals and exponential work of a tenth of a second. */
    private static Workload exponential(double rate, int partitions, int seconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = (int) (rate * seconds * 0.98);
        double[] arrivals = new double[size];
        float[] work = new float[size];
        byte[] partition = new byte[size];
        double at = 0;
        for (int request = 0; request < size; request++) {
            at += random.nextExponential() / rate;
            arrivals[request] = at;
            work[request] = (float) (random.nextExponential() * 0.1);
            partition[request] = (byte) random.nextInt(partitions);
        }
        return new Workload(Math.max(seconds, Math.ceil(at)), partitions, arrivals, work, partition);
    }
}
