package dev.platen.benchmarks.autoscale;

import dev.platen.benchmarks.autoscale.simulation.Sharing;
import dev.platen.benchmarks.autoscale.simulation.Surroundings;
import dev.platen.benchmarks.autoscale.workload.Recipe;

/** One thing that is otherwise than it was when the laws were tuned. */
enum Change {
    NOTHING("as tuned"),
    FAST_START("pods start in 5 s") {
        @Override
        Surroundings of(Surroundings there) {
            return startingIn(there, 5);
        }
    },
    SLOW_START("pods start in 120 s") {
        @Override
        Surroundings of(Surroundings there) {
            return startingIn(there, 120);
        }
    },
    SEEN_SLOWER("busy time seen 20 % too high") {
        @Override
        Surroundings of(Surroundings there) {
            return seen(there, 0, 1.2);
        }
    },
    SEEN_FASTER("busy time seen 20 % too low") {
        @Override
        Surroundings of(Surroundings there) {
            return seen(there, 0, 0.8);
        }
    },
    REGULAR("work varies less, 0.5") {
        @Override
        Recipe of(Recipe recipe) {
            return made(recipe, recipe.partitions(), recipe.skew(), 0.5);
        }
    },
    IRREGULAR("work varies more, 4") {
        @Override
        Recipe of(Recipe recipe) {
            return made(recipe, recipe.partitions(), recipe.skew(), 4);
        }
    },
    WILD("work varies most, 10") {
        @Override
        Recipe of(Recipe recipe) {
            return made(recipe, recipe.partitions(), recipe.skew(), 10);
        }
    },
    SKEWED("partitions skewed, Zipf 0.5") {
        @Override
        Recipe of(Recipe recipe) {
            return made(recipe, recipe.partitions(), 0.5, recipe.variability());
        }
    },
    LOSSY("a fifth of the looks unanswered") {
        @Override
        Surroundings of(Surroundings there) {
            return seen(there, 0.2, 1);
        }
    },
    PRIME("23 partitions") {
        @Override
        Recipe of(Recipe recipe) {
            return made(recipe, 23, recipe.skew(), recipe.variability());
        }
    },
    MANY("60 partitions, 24 pods at most") {
        @Override
        Recipe of(Recipe recipe) {
            return made(recipe, 60, recipe.skew(), recipe.variability());
        }
    },
    EAGER("eager rebalance") {
        @Override
        Surroundings of(Surroundings there) {
            return sharing(there, Sharing.EAGER);
        }
    },
    POOLED("share group") {
        @Override
        Surroundings of(Surroundings there) {
            return sharing(there, Sharing.POOLED);
        }
    };

    private final String title;

    Change(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    Surroundings of(Surroundings there) {
        return there;
    }

    Recipe of(Recipe recipe) {
        return recipe;
    }

    private static Recipe made(Recipe recipe, int partitions, double skew, double variability) {
        return new Recipe(partitions, skew, recipe.meanWork(), variability, recipe.seed());
    }

    private static Surroundings startingIn(Surroundings there, double podStart) {
        return with(there, podStart, there.sharing(), there.loss(), there.slownessSeen());
    }

    private static Surroundings seen(Surroundings there, double loss, double slownessSeen) {
        return with(there, there.podStart(), there.sharing(), loss, slownessSeen);
    }

    private static Surroundings sharing(Surroundings there, Sharing sharing) {
        return with(there, there.podStart(), sharing, there.loss(), there.slownessSeen());
    }

    private static Surroundings with(
            Surroundings there, double podStart, Sharing sharing, double loss, double slownessSeen) {
        return new Surroundings(
                there.threads(),
                there.minReplicas(),
                there.maxReplicas(),
                podStart,
                sharing,
                there.pause(),
                loss,
                slownessSeen,
                there.objective());
    }
}
