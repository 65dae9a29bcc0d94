/**
 * Tests of how figures are summed up and judged. Nothing here is timed.
 */
@NullMarked
package dev.platen.benchmarks.report;

import org.jspecify.annotations.NullMarked;
