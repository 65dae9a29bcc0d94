/**
 * Tests that what is compared is the same. Nothing here is timed.
 */
@NullMarked
package dev.platen.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
