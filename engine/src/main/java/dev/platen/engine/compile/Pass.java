package dev.platen.engine.compile;

/**
 * What one pass of the compiler did.
 *
 * @param name of the pass
 * @param effect what it did, in a few words
 * @param nanos how long it took; 0 where it is a part of the next that has a time
 */
public record Pass(String name, String effect, long nanos) {}
