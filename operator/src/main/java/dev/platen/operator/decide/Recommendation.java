package dev.platen.operator.decide;

import java.time.Instant;

/**
 * What was needed at some time.
 *
 * @param at when this many were last needed
 * @param replicas how many
 */
public record Recommendation(Instant at, int replicas) {}
