package dev.platen.benchmarks.autoscale.law;

import dev.platen.benchmarks.autoscale.simulation.Law;
import dev.platen.benchmarks.autoscale.simulation.Surroundings;
import java.util.function.Function;

/**
 * A law with figures filled in.
 *
 * @param text the figures, for people
 * @param make makes the law anew, as every run needs it
 */
public record Setting(String text, Function<Surroundings, Law> make) {}
