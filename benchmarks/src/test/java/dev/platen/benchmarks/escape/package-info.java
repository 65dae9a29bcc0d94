/**
 * Tests that what is compared is the same. Nothing here is timed.
 */
@NullMarked
package dev.platen.benchmarks.escape;

import org.jspecify.annotations.NullMarked;
