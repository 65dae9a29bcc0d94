package dev.platen.engine.code;

/**
 * A stretch of the pre-encoded bytes of a plan.
 *
 * @param offset where it begins
 * @param length how many bytes it has
 */
public record Segment(int offset, int length) {}
