package dev.platen.benchmarks.autoscale.law;

import dev.platen.benchmarks.autoscale.simulation.Surroundings;
import dev.platen.operator.decide.Bounds;
import dev.platen.operator.decide.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A law and the settings among which a search may choose. */
public enum Family {
    /** The decision core of this project. */
    PLATEN("Platen") {
        @Override
        public List<Setting> settings() {
            List<Setting> settings = new ArrayList<>();
            for (int percent : new int[] {70, 80, 90, 95}) {
                for (int window : new int[] {120, 300, 600}) {
                    for (int leniency : new int[] {1, 3}) {
                        settings.add(platen(percent, window, leniency));
                    }
                }
            }
            return settings;
        }
    },
    /** The HorizontalPodAutoscaler on processors. */
    HPA("HPA, CPU") {
        @Override
        public List<Setting> settings() {
            List<Setting> settings = new ArrayList<>();
            for (int percent : new int[] {30, 40, 50, 60, 70, 80}) {
                for (int window : new int[] {300, 900}) {
                    settings.add(new Setting(
                            "target %d %%, window %d s".formatted(percent, window),
                            there -> new HorizontalPodAutoscaler(percent / 100.0, there.threads(), window)));
                }
            }
            return settings;
        }
    },
    /** KEDA on lag. */
    KEDA("KEDA, lag") {
        @Override
        public List<Setting> settings() {
            return keda(false);
        }
    },
    /** KEDA on lag, with numbers that divide that of the partitions. */
    KEDA_EVEN("KEDA, even") {
        @Override
        public List<Setting> settings() {
            return keda(true);
        }
    },
    /** Knative's pod autoscaler. */
    KNATIVE("Knative") {
        @Override
        public List<Setting> settings() {
            List<Setting> settings = new ArrayList<>();
            for (int delay : new int[] {0, 300}) {
                for (double target : new double[] {0.5, 0.7, 1, 2}) {
                    settings.add(knative(Knative.Metric.CONCURRENCY, target, delay));
                }
                for (double target : new double[] {8, 10, 12, 14, 16}) {
                    settings.add(knative(Knative.Metric.RATE, target, delay));
                }
            }
            return settings;
        }
    },
    /** Flink's autoscaler. */
    FLINK("Flink") {
        @Override
        public List<Setting> settings() {
            List<Setting> settings = new ArrayList<>();
            for (int percent : new int[] {50, 60, 70, 80}) {
                for (int window : new int[] {60, 180}) {
                    for (int down : new int[] {300, 1_800}) {
                        settings.add(new Setting(
                                "utilization %d %%, window %d s, down after %d s".formatted(percent, window, down),
                                there -> new Flink(percent / 100.0, window, down, there.threads())));
                    }
                }
            }
            return settings;
        }
    },
    /** Numaflow's autoscaler. */
    NUMAFLOW("Numaflow") {
        @Override
        public List<Setting> settings() {
            List<Setting> settings = new ArrayList<>();
            for (double target : new double[] {0.1, 0.3, 1, 5, 20}) {
                for (int cooldown : new int[] {30, 90}) {
                    for (int step : new int[] {2, 8}) {
                        settings.add(new Setting(
                                "%s s, cool-down %d s, step %d".formatted(number(target), cooldown, step),
                                _ -> new Numaflow(target, cooldown, step)));
                    }
                }
            }
            return settings;
        }
    },
    /** No law. */
    FIXED("fixed number") {
        @Override
        public List<Setting> settings() {
            List<Setting> settings = new ArrayList<>();
            for (int replicas : new int[] {8, 12, 24}) {
                settings.add(new Setting(replicas + " replicas", _ -> new FixedNumber(replicas)));
            }
            return settings;
        }
    };

    private final String label;

    Family(String label) {
        this.label = label;
    }

    /** Every combination that a search tries. */
    public abstract List<Setting> settings();

    /** What people call it. */
    public String label() {
        return label;
    }

    /** Platen's law with the defaults of a {@code WorkerPool}; the target is the only thing that is said. */
    public static Setting platenByDefault() {
        return platen(80, 300, 1);
    }

    /** The target that the law is given may be a multiple of the objective, since the search may find that it errs upwards. */
    private static Setting platen(int percent, int window, int leniency) {
        return new Setting(
                "utilization %d %%, window %d s, target × %d".formatted(percent, window, leniency),
                there -> new DecisionCore(policy(there, percent / 100.0, window, leniency), there.threads()));
    }

    private static Policy policy(Surroundings there, double ceiling, int window, int leniency) {
        Duration target = Duration.ofMillis(Math.round(there.objective() * leniency * 1_000));
        return new Policy(
                false,
                null,
                new Bounds(there.minReplicas(), there.maxReplicas()),
                new Policy.Objective(0.99, target, Duration.ofSeconds(30), ceiling),
                new Bounds(1, 32),
                new Bounds(8, 1_024),
                new Policy.Tempo(Duration.ofSeconds(window), Duration.ofSeconds(3), Duration.ofSeconds(60)),
                List.of(),
                null,
                Duration.ofSeconds(45));
    }

    private static List<Setting> keda(boolean even) {
        List<Setting> settings = new ArrayList<>();
        for (int threshold : new int[] {1, 2, 3, 5, 10, 20}) {
            for (int window : new int[] {300, 900}) {
                settings.add(new Setting(
                        "lagThreshold %d, window %d s".formatted(threshold, window),
                        _ -> new Keda(threshold, even, window)));
            }
        }
        return settings;
    }

    private static Setting knative(Knative.Metric metric, double target, int delay) {
        String unit = metric == Knative.Metric.RATE ? "per second" : "at a time";
        return new Setting(
                "target %s %s, delay %d s".formatted(number(target), unit, delay),
                _ -> new Knative(metric, target, delay));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
