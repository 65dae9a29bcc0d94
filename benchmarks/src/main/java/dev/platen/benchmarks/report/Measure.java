package dev.platen.benchmarks.report;

/**
 * What was measured.
 *
 * @param name what, of whom, under which conditions
 * @param unit of the values
 * @param samples the values
 */
public record Measure(String name, String unit, Samples samples) {}
