/**
 * Tests that what is compared is the same. Nothing here is timed.
 */
@NullMarked
package dev.platen.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
