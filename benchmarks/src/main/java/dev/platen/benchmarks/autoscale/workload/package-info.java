/**
 * What the simulated workers have to do: requests with their times, their partitions and their work, made from traces or
 * from formulas and a seed. Nothing here knows of pods or of laws.
 */
@NullMarked
package dev.platen.benchmarks.autoscale.workload;

import org.jspecify.annotations.NullMarked;
