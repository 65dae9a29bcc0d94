package dev.platen.benchmarks.autoscale;

import dev.platen.benchmarks.autoscale.Contest.Score;
import dev.platen.benchmarks.autoscale.law.Family;
import dev.platen.benchmarks.autoscale.simulation.Outcome;
import dev.platen.benchmarks.autoscale.simulation.Surroundings;
import dev.platen.benchmarks.autoscale.workload.Recipe;
import dev.platen.benchmarks.autoscale.workload.Workload;
import dev.platen.benchmarks.report.Section;
import dev.platen.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the tuned laws where something is otherwise than it was when they were tuned. */
final class Sensitivity {
    private Sensitivity() {}

    static Section of(Contest contest, Surroundings surroundings, Recipe recipe) {
        List<Score> laws = contest.tuned().stream()
                .filter(score -> score.family() != Family.FIXED)
                .toList();
        List<String> columns = new ArrayList<>(List.of("what is otherwise"));
        laws.forEach(score -> columns.add(score.family().label()));
        List<List<String>> rows = new ArrayList<>();
        for (Change change : Change.values()) {
            Workload workload = change.of(recipe).make(contest.trace().scoring());
            List<String> row = new ArrayList<>(List.of(change.title()));
            for (Score score : laws) {
                Outcome outcome = Contest.run(score.setting(), workload, change.of(surroundings));
                row.add("%s / %s".formatted(ContestReport.share(outcome), ContestReport.hours(outcome)));
            }
            rows.add(row);
        }
        return new Section(
                "Second half of %s, with one thing changed"
                        .formatted(contest.trace().title()),
                List.of(),
                List.of(),
                List.of(
                        "Share of requests over the objective / replica-hours; the settings are those tuned without the change."),
                List.of(new Table(columns, rows)));
    }
}
