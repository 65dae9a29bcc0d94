/**
 * From the bytes of a document to a plan: reads, chooses the dialect, runs the passes in order, weighs the result. What
 * the words of a document mean belongs to its dialect.
 */
@NullMarked
package dev.platen.engine.compile;

import org.jspecify.annotations.NullMarked;
