package dev.platen.benchmarks.autoscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.benchmarks.autoscale.Contest.Score;
import dev.platen.benchmarks.autoscale.law.Family;
import dev.platen.benchmarks.autoscale.simulation.Outcome;
import dev.platen.benchmarks.autoscale.simulation.Sharing;
import dev.platen.benchmarks.autoscale.simulation.Surroundings;
import dev.platen.benchmarks.autoscale.workload.Curves;
import dev.platen.benchmarks.autoscale.workload.RateCurve;
import dev.platen.benchmarks.autoscale.workload.Recipe;
import dev.platen.benchmarks.report.Section;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final Surroundings THERE = new Surroundings(1, 1, 12, 30, Sharing.COOPERATIVE, 3, 0, 1, 1);
    private static final Recipe RECIPE = new Recipe(12, 0, 0.05, 1, 1);

    @SuppressWarnings("NullAway.Init") // by the method before all tests
    private static Contest contest;

    @BeforeAll
    static void hold() {
        RateCurve curve = Curves.diurnal(1_800, 900, 1).times(80);
        Trace trace = new Trace("diurnal", "a short day", curve.between(0, 900), curve.between(900, 1_800));
        contest = Contest.hold(trace, THERE, RECIPE);
    }

    @Test
    void shouldTuneEveryLaw() {
        // When / Then
        assertThat(contest.tuned()).extracting(Score::family).containsExactly(Family.values());
        assertThat(contest.tuned()).allMatch(score -> score.outcome().requests() > 20_000);
    }

    @Test
    void shouldChooseACheapSettingAmongThoseThatKeepTheObjective() {
        // When: the cheapest fixed number cannot do it, the dearest is a waste
        Score fixed = contest.tuned(Family.FIXED);

        // Then
        assertThat(fixed.keepsObjective()).isTrue();
        assertThat(fixed.outcome().replicaHours()).isLessThan(12 * 0.25);
        assertThat(contest.front(Family.PLATEN))
                .extracting(score -> score.setting().text())
                .contains(contest.tuned(Family.PLATEN).setting().text());
    }

    @Test
    void shouldSayWhoDominates() {
        // Given
        Score base = score(0.01, 100);

        // When / Then
        assertThat(score(0.01, 90).dominates(base)).isTrue();
        assertThat(score(0.005, 100).dominates(base)).isTrue();
        assertThat(score(0.005, 101).dominates(base)).isFalse();
        assertThat(base.dominates(base)).isFalse();
    }

    @Test
    void shouldReportEveryLawAndTheGoals() {
        // When
        Section section = ContestReport.of(contest);

        // Then
        assertThat(section.tables().getFirst().rows()).hasSize(Family.values().length + 1);
        assertThat(section.findings()).hasSize(3);
        assertThat(section.title()).contains("a short day");
    }

    @Test
    void shouldDrawEveryLaw() {
        // When
        String chart = ParetoChart.of(contest);

        // Then
        assertThat(chart).startsWith("<svg").endsWith("</svg>\n").contains("Platen, as shipped");
        assertThat(chart)
                .contains(Arrays.stream(Family.values()).map(Family::label).toList());
    }

    @Test
    void shouldChangeOneThingAtATime() {
        // When
        Section section = Sensitivity.of(contest, THERE, RECIPE);

        // Then
        assertThat(section.tables().getFirst().rows()).hasSize(Change.values().length);
        assertThat(section.tables().getFirst().rows().getFirst().get(1))
                .startsWith(ContestReport.share(contest.tuned(Family.PLATEN).outcome()));
    }

    private static Score score(double shareOver, double replicaSeconds) {
        Outcome outcome = new Outcome(1, shareOver, 0, 0, 0, 0, 0, replicaSeconds, 0, 0);
        return new Score(Family.FIXED, Family.FIXED.settings().getFirst(), outcome);
    }
}
