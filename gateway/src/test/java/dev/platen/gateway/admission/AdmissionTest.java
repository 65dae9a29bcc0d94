package dev.platen.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.testkit.Configs;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

    private final AtomicLong clock = new AtomicLong(5);

    @Test
    void shouldHaveDefaults() {
        // When
        AdmissionConfig config = Configs.read(AdmissionConfig.class, Map.of());

        // Then
        assertThat(config.bodies().asLongValue()).isEqualTo(64 << 20);
        assertThat(config.unsent().asLongValue()).isEqualTo(64 << 20);
        assertThat(config.tenantRequestsPerSecond()).isEmpty();
    }

    @Test
    void shouldNeverHandOutMoreBytesThanThereAre() {
        // Given
        ByteBudget budget = new ByteBudget(100);

        // When / Then
        assertThat(budget.take(60)).isTrue();
        assertThat(budget.take(41)).isFalse();
        assertThat(budget.take(Long.MAX_VALUE)).isFalse();
        assertThat(budget.take(40)).isTrue();
        budget.giveBack(60);
        assertThat(budget.take(60)).isTrue();
        assertThat(budget.taken()).isEqualTo(100);
    }

    @Test
    void shouldLetATenantHaveItsRateAndOthersTheirs() {
        // Given
        TenantRates rates = new TenantRates(OptionalInt.of(10), clock::get);

        // When
        int first = taken(rates, ACME, 25);
        clock.addAndGet(Duration.ofMillis(500).toNanos());
        int second = taken(rates, ACME, 25);
        clock.addAndGet(Duration.ofMinutes(5).toNanos());
        int third = taken(rates, ACME, 25);

        // Then
        assertThat(first).isEqualTo(10);
        assertThat(second).isEqualTo(5);
        assertThat(third).isEqualTo(10);
        assertThat(rates.take(OTHER)).isTrue();
    }

    private static int taken(TenantRates rates, TenantId tenant, int attempts) {
        int taken = 0;
        for (int attempt = 0; attempt < attempts; attempt++) {
            taken += rates.take(tenant) ? 1 : 0;
        }
        return taken;
    }

    @Test
    void shouldRefuseWhatGoesBeyondTheLimitUntilSomethingEnds() {
        // Given
        Admission admission = new Admission(Configs.read(AdmissionConfig.class, Map.of()), 2);

        // When / Then
        assertThat(admission.refusal(ACME)).isEmpty();
        assertThat(admission.refusal(ACME)).isEmpty();
        assertThat(admission.refusal(OTHER)).contains(ProblemCode.OVERLOADED);
        admission.ended(MILLISECOND, true);
        assertThat(admission.refusal(OTHER)).isEmpty();
        assertThat(admission.inFlight()).isEqualTo(2);
    }

    @Test
    void shouldGrowWhileAnswersComeAsQuicklyAsUsual() {
        // Given
        ConcurrencyLimit limit = new ConcurrencyLimit(1000, clock::get);
        int before = limit.limit();

        // When
        for (int window = 0; window < 200; window++) {
            load(limit, 2 * MILLISECOND, true);
        }

        // Then
        assertThat(limit.limit()).isGreaterThan(2 * before).isLessThanOrEqualTo(1000);
    }

    @Test
    void shouldShrinkWhenAnswersTakeMuchLongerAndGrowAgainAfterwards() {
        // Given
        ConcurrencyLimit limit = new ConcurrencyLimit(1000, clock::get);
        for (int window = 0; window < 200; window++) {
            load(limit, 2 * MILLISECOND, true);
        }
        int before = limit.limit();

        // When
        for (int window = 0; window < 5; window++) {
            load(limit, 40 * MILLISECOND, true);
        }
        int slow = limit.limit();
        for (int window = 0; window < 200; window++) {
            load(limit, 2 * MILLISECOND, true);
        }

        // Then
        assertThat(slow).isLessThan(before * 3 / 4).isGreaterThanOrEqualTo(ConcurrencyLimit.MIN);
        assertThat(limit.limit()).isGreaterThan(slow);
    }

    @Test
    void shouldShrinkToItsLeastWhereNothingAnswersInTime() {
        // Given
        ConcurrencyLimit limit = new ConcurrencyLimit(1000, clock::get);

        // When
        for (int window = 0; window < 100; window++) {
            load(limit, 10_000 * MILLISECOND, false);
        }

        // Then
        assertThat(limit.limit()).isEqualTo(ConcurrencyLimit.MIN);
        assertThat(limit.inFlight()).isZero();
    }

    @Test
    void shouldNotGrowWhileNobodyNeedsMore() {
        // Given
        ConcurrencyLimit limit = new ConcurrencyLimit(1000, clock::get);
        int before = limit.limit();

        // When
        for (int request = 0; request < 10_000; request++) {
            limit.begin();
            clock.addAndGet(MILLISECOND);
            limit.ended(MILLISECOND, true);
        }

        // Then
        assertThat(limit.limit()).isEqualTo(before);
    }

    /** Fills the limit, lets a window pass, and ends everything. */
    private void load(ConcurrencyLimit limit, long nanos, boolean inTime) {
        int begun = 0;
        while (limit.begin()) {
            begun++;
        }
        clock.addAndGet(Duration.ofMillis(101).toNanos());
        for (int request = 0; request < begun; request++) {
            limit.ended(nanos, inTime);
        }
    }
}
