package dev.platen.benchmarks.autoscale;

import dev.platen.benchmarks.autoscale.law.Family;
import dev.platen.benchmarks.autoscale.law.Setting;
import dev.platen.benchmarks.autoscale.simulation.Outcome;
import dev.platen.benchmarks.autoscale.simulation.Simulation;
import dev.platen.benchmarks.autoscale.simulation.Surroundings;
import dev.platen.benchmarks.autoscale.workload.Recipe;
import dev.platen.benchmarks.autoscale.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One trace: every law is tuned on its first half by trying all of its settings, and judged on the second. */
final class Contest {
    /** Share of requests that may be over the objective, which is one of the 99th percentile. */
    static final double ALLOWED = 0.01;

    /**
     * A setting and what it made of the second half.
     *
     * @param family the law
     * @param setting its figures
     * @param outcome on the half that it was not tuned on
     */
    record Score(Family family, Setting setting, Outcome outcome) {
        boolean keepsObjective() {
            return outcome.shareOver() <= ALLOWED;
        }

        /** Whether this one is better in one thing and no worse in the other. */
        boolean dominates(Score other) {
            double over = outcome.shareOver() - other.outcome.shareOver();
            double cost = outcome.replicaSeconds() - other.outcome.replicaSeconds();
            return over <= 0 && cost <= 0 && (over < 0 || cost < 0);
        }
    }

    private record Trial(Setting setting, Outcome outcome) {}

    private final Trace trace;
    private final Map<Family, Score> tuned = new EnumMap<>(Family.class);
    private final Map<Family, List<Score>> fronts = new EnumMap<>(Family.class);
    private final Score byDefault;

    private Contest(Trace trace, Surroundings surroundings, Recipe recipe) {
        this.trace = trace;
        Workload training = recipe.make(trace.training());
        Map<Family, List<Trial>> chosen = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            List<Trial> trials = family.settings().stream()
                    .map(setting -> new Trial(setting, run(setting, training, surroundings)))
                    .toList();
            chosen.put(family, trials);
        }
        Workload scoring = recipe.make(trace.scoring());
        chosen.forEach((family, trials) -> {
            Setting best = best(trials).setting();
            tuned.put(family, score(family, best, scoring, surroundings));
            fronts.put(
                    family,
                    front(trials).stream()
                            .map(trial -> score(family, trial.setting(), scoring, surroundings))
                            .toList());
        });
        byDefault = score(Family.PLATEN, Family.platenByDefault(), scoring, surroundings);
    }

    static Contest hold(Trace trace, Surroundings surroundings, Recipe recipe) {
        return new Contest(trace, surroundings, recipe);
    }

    Trace trace() {
        return trace;
    }

    /** Every law with the setting that was chosen for it. */
    List<Score> tuned() {
        return List.copyOf(tuned.values());
    }

    Score tuned(Family family) {
        return Objects.requireNonNull(tuned.get(family));
    }

    /** Platen with nothing chosen for it. */
    Score byDefault() {
        return byDefault;
    }

    /** The settings of a law that none of its others dominated on the first half, cheapest first. */
    List<Score> front(Family family) {
        return Objects.requireNonNull(fronts.get(family));
    }

    /** Runs a setting. */
    static Outcome run(Setting setting, Workload workload, Surroundings surroundings) {
        return Simulation.run(
                workload, surroundings, setting.make().apply(surroundings), atFirst(workload, surroundings));
    }

    private static Score score(Family family, Setting setting, Workload workload, Surroundings surroundings) {
        return new Score(family, setting, run(setting, workload, surroundings));
    }

    /** Pods enough for the first minute at half of their time; the same for every law. */
    private static int atFirst(Workload workload, Surroundings surroundings) {
        double work = 0;
        for (int request = 0; request < workload.size() && workload.arrivals()[request] < 60; request++) {
            work += workload.work()[request];
        }
        return (int) Math.ceil(work / 60 / surroundings.threads() * 2);
    }

    /** The cheapest that keeps the objective; where none does, the one that misses it least. */
    private static Trial best(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.outcome().shareOver() <= ALLOWED)
                .min(Comparator.comparingDouble(trial -> trial.outcome().replicaSeconds()))
                .orElseGet(() -> trials.stream()
                        .min(Comparator.comparingDouble(trial -> trial.outcome().shareOver()))
                        .orElseThrow());
    }

    private static List<Trial> front(List<Trial> trials) {
        List<Trial> front = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        List<Trial> byCost = trials.stream()
                .sorted(Comparator.comparingDouble(
                                (Trial trial) -> trial.outcome().replicaSeconds())
                        .thenComparingDouble(trial -> trial.outcome().shareOver()))
                .toList();
        for (Trial trial : byCost) {
            if (trial.outcome().shareOver() < least) {
                least = trial.outcome().shareOver();
                front.add(trial);
            }
        }
        return front;
    }
}
