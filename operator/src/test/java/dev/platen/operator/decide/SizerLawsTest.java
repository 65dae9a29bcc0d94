package dev.platen.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every load, shown on seeded random ones. */
class SizerLawsTest {
    private static final Set<Term> ASKED_FOR_BY_LOAD = Set.of(Term.UTILIZATION, Term.LATENCY, Term.DRAIN);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    static LongStream seedsOfLoadsThatDecide() {
        return seeds().filter(
                        seed -> ASKED_FOR_BY_LOAD.contains(decide(loadOf(seed)).term()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldStayWithinBounds(long seed) {
        // Given
        RandomGenerator random = new SplittableRandom(seed);
        Policy policy = Situations.policy(random);
        Snapshot snapshot = randomSnapshot(random);

        // When
        Decision decision = Sizer.decide(snapshot, policy, History.NONE);

        // Then
        assertThat(decision.to())
                .isBetween(policy.replicas().min(), policy.replicas().max());
        PoolSizes pools = Objects.requireNonNull(decision.pools());
        assertThat(pools.workers())
                .isBetween(policy.workers().min(), policy.workers().max());
        assertThat(pools.inFlight())
                .isBetween(policy.inFlight().min(), policy.inFlight().max());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNeverAskForFewerWhenTheLoadGrows(long seed) {
        // Given
        RandomGenerator random = new SplittableRandom(seed);
        Policy policy = Situations.policy(random);
        Backlog load = Situations.skewed(random);
        WorkerFigures workers = Situations.workers(1, random);
        Snapshot light = Situations.snapshot(1, load, workers);
        Snapshot heavy = Situations.snapshot(1, Situations.times(load, random.nextDouble(1, 4)), workers);

        // When
        Decision before = Sizer.decide(light, policy, History.NONE);
        Decision after = Sizer.decide(heavy, policy, History.NONE);

        // Then
        assertThat(after.to()).isGreaterThanOrEqualTo(before.to());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNeverAskForFewerWhenTheLoadRisesFaster(long seed) {
        // Given
        RandomGenerator random = new SplittableRandom(seed);
        Policy policy = Situations.policy(random);
        Backlog load = Situations.skewed(random);
        WorkerFigures workers = Situations.workers(1, random);
        Backlog rising = new Backlog(load.at(), load.partitions(), load.arrivalRate() * random.nextDouble(0.1));
        Duration podStart = Duration.ofSeconds(random.nextInt(1, 120));

        // When
        Decision before = Sizer.decide(new Snapshot(Situations.NOW, 1, load, workers, podStart), policy, History.NONE);
        Decision after = Sizer.decide(new Snapshot(Situations.NOW, 1, rising, workers, podStart), policy, History.NONE);

        // Then
        assertThat(after.to()).isGreaterThanOrEqualTo(before.to());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldSpendNoMoreThanItsPauseBudgetOnShrinking(long seed) {
        // Given
        RandomGenerator random = new SplittableRandom(seed);
        Policy policy = Situations.impatient(Duration.ofSeconds(30));
        WorkerFigures workers = Situations.workers(1, random);
        History history = History.NONE;
        Snapshot snapshot = Situations.snapshot(1, Situations.skewed(random), workers);

        // When
        List<Integer> changesBeforeShrinking = new ArrayList<>();
        for (int turn = 1; turn <= 200; turn++) {
            Decision decision = Sizer.decide(snapshot, policy, history);
            if (decision.to() < decision.from()) {
                changesBeforeShrinking.add(history.changes().size());
            }
            history = history.after(snapshot, decision, decision.to() != decision.from());
            Snapshot next = Situations.snapshot(
                    decision.to(), Situations.skewed(random), Situations.workers(decision.to(), random));
            snapshot = Situations.later(next, Duration.ofSeconds(15L * turn));
        }

        // Then
        assertThat(changesBeforeShrinking).isNotEmpty().allMatch(changes -> changes < 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNeverShrinkBecauseMoreReplicasHardlyDoMore(long seed) {
        // Given
        RandomGenerator random = new SplittableRandom(seed);
        Policy policy = Situations.policy(1, 60);
        int replicas = random.nextInt(1, 30);
        WorkerFigures workers = Situations.workers(replicas, random);
        List<Speed> speeds = new ArrayList<>();
        for (int pods = 1; pods <= 32; pods *= 2) {
            speeds.add(new Speed(Situations.NOW.minusSeconds(60), pods, 100.0 / pods));
        }
        History history = new History(
                List.of(new Recommendation(Situations.NOW.minusSeconds(60), 1)),
                null,
                null,
                null,
                List.of(),
                speeds,
                null);

        // When
        Decision decision =
                Sizer.decide(Situations.snapshot(replicas, Situations.even(60, 1e6, 0), workers), policy, history);

        // Then
        assertThat(decision.to()).isEqualTo(replicas);
        assertThat(decision.term()).isEqualTo(Term.BOTTLENECK);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNeverShrinkWhileAnyFigureIsMissing(long seed) {
        // Given
        RandomGenerator random = new SplittableRandom(seed);
        Snapshot seen = randomSnapshot(random);
        boolean brokerIsSilent = random.nextBoolean();
        Snapshot half = Situations.snapshot(
                seen.replicas(), brokerIsSilent ? null : seen.backlog(), brokerIsSilent ? seen.workers() : null);
        History history = Situations.needed(1);

        // When
        Decision decision = Sizer.decide(half, Situations.policy(random), history);

        // Then
        assertThat(decision.to()).isGreaterThanOrEqualTo(seen.replicas());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldComeToRestUnderASteadyLoad(long seed) {
        // Given
        RandomGenerator random = new SplittableRandom(seed);
        Policy policy = Situations.policy(random);
        Snapshot snapshot = randomSnapshot(random);
        History history = History.NONE;
        Decision decision = Sizer.decide(snapshot, policy, history);

        // When
        int changes = 0;
        for (int turn = 1; turn <= 60; turn++) {
            history = history.after(snapshot, decision, decision.to() != decision.from());
            snapshot = Situations.later(Situations.with(snapshot, decision.to()), Duration.ofSeconds(15));
            decision = Sizer.decide(snapshot, policy, history);
            changes += decision.to() == snapshot.replicas() ? 0 : 1;
        }

        // Then
        assertThat(changes).as("one step down at most, after the window").isLessThanOrEqualTo(1);
        assertThat(decision.term()).isNotEqualTo(Term.STABILIZATION);
        assertThat(decision.pools()).isEqualTo(history.pools());
    }

    @ParameterizedTest
    @MethodSource("seedsOfLoadsThatDecide")
    void shouldHaveDoneWorseWithOneReplicaFewer(long seed) {
        // Given
        Snapshot snapshot = loadOf(seed);

        // When
        Decision decision = decide(snapshot);

        // Then
        Forecast chosen = Objects.requireNonNull(decision.forecast());
        Forecast fewer = Objects.requireNonNull(decision.oneFewer());
        assertThat(fewer.replicas()).isEqualTo(chosen.replicas() - 1);
        assertThat(fewer.utilization()).isGreaterThan(chosen.utilization());
        assertThat(fewer.latencySeconds()).isGreaterThanOrEqualTo(chosen.latencySeconds());
    }

    @ParameterizedTest
    @MethodSource("seedsOfLoadsThatDecide")
    void shouldStandOnAnEdgeOfTheStaircaseWhereTheLoadDecides(long seed) {
        // Given
        Snapshot snapshot = loadOf(seed);
        int partitions = Objects.requireNonNull(snapshot.backlog()).partitions().size();

        // When
        Decision decision = decide(snapshot);

        // Then
        assertThat(Spread.edges(partitions, 60)).contains(decision.to());
    }

    private static Decision decide(Snapshot snapshot) {
        return Sizer.decide(snapshot, Situations.policy(1, 60), History.NONE);
    }

    private static Snapshot loadOf(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return Situations.snapshot(1, Situations.skewed(random), Situations.workers(1, random));
    }

    private static Snapshot randomSnapshot(RandomGenerator random) {
        int replicas = random.nextInt(1, 5);
        return Situations.snapshot(replicas, Situations.skewed(random), Situations.workers(replicas, random));
    }
}
