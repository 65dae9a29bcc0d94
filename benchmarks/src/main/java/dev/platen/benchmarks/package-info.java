/**
 * The figures of Platen, taken beside those of peers in the same run. What is measured lives in the packages below, and
 * nothing here is part of the shipped system.
 */
@NullMarked
package dev.platen.benchmarks;

import org.jspecify.annotations.NullMarked;
