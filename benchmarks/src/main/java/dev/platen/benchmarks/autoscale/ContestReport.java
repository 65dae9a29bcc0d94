package dev.platen.benchmarks.autoscale;

import dev.platen.benchmarks.autoscale.Contest.Score;
import dev.platen.benchmarks.autoscale.law.Family;
import dev.platen.benchmarks.autoscale.simulation.Outcome;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Section;
import dev.platen.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a contest says: the goals, and every law beside the others. */
final class ContestReport {
    private static final double GOAL = 0.85;
    private static final List<String> COLUMNS = List.of(
            "law and setting",
            "over the objective",
            "minutes over",
            "p50",
            "p99",
            "p99.9",
            "worst",
            "replica-hours",
            "changes",
            "partition pauses");

    private ContestReport() {}

    static Section of(Contest contest) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Platen as shipped", contest.byDefault()));
        contest.tuned().forEach(score -> rows.add(row(score.family().label(), score)));
        Outcome any = contest.byDefault().outcome();
        return new Section(
                "Second half of %s, %,d requests".formatted(contest.trace().title(), any.requests()),
                findings(contest),
                List.of(),
                List.of(
                        "Every law has the setting that was the cheapest on the first half among those that kept the objective"
                                + " there (at most 1 % of requests over 1 s); where none did, the one with the fewest over.",
                        "A minute is over where more than 1 % of its requests are."),
                List.of(new Table(COLUMNS, rows)));
    }

    private static List<Finding> findings(Contest contest) {
        Score platen = contest.tuned(Family.PLATEN);
        List<Score> others = contest.tuned().stream()
                .filter(score -> score.family() != Family.PLATEN)
                .toList();
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                "laws with fewer over the objective and fewer replica-seconds than Platen, all tuned",
                count(others, platen),
                "",
                Budget.atMost(0)));
        findings.add(new Finding(
                "the same against Platen as shipped", count(others, contest.byDefault()), "", Budget.none()));
        others.stream()
                .filter(Score::keepsObjective)
                .mapToDouble(score -> score.outcome().replicaSeconds())
                .min()
                .ifPresent(next -> findings.add(Finding.ratio(
                        platen.keepsObjective()
                                ? "replica-seconds, Platen against the cheapest other law that keeps the objective"
                                : "replica-seconds, Platen (which misses the objective) against the cheapest law that keeps it",
                        platen.outcome().replicaSeconds() / next,
                        contest.trace().name().equals("diurnal") && platen.keepsObjective()
                                ? Budget.atMost(GOAL)
                                : Budget.none())));
        return findings;
    }

    private static double count(List<Score> others, Score platen) {
        return others.stream().filter(score -> score.dominates(platen)).count();
    }

    private static List<String> row(String law, Score score) {
        Outcome outcome = score.outcome();
        return List.of(
                law + ": " + score.setting().text(),
                share(outcome),
                Integer.toString(outcome.minutesOver()),
                seconds(outcome.median()),
                seconds(outcome.p99()),
                seconds(outcome.p999()),
                seconds(outcome.longest()),
                hours(outcome),
                Integer.toString(outcome.actions()),
                String.format(Locale.ROOT, "%,.0f s", outcome.pauseSeconds()));
    }

    /** The share over the objective, in percent. */
    static String share(Outcome outcome) {
        return String.format(Locale.ROOT, "%.2f %%", outcome.shareOver() * 100);
    }

    /** Replica-hours. */
    static String hours(Outcome outcome) {
        return String.format(Locale.ROOT, "%.1f", outcome.replicaHours());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%,.0f s", seconds);
    }
}
