/**
 * What it costs to take in a document: to compile it, to see that it is known, to validate data with its schema. Rendering
 * is measured elsewhere.
 */
@NullMarked
package dev.platen.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
