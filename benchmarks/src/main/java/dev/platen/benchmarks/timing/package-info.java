/**
 * JMH as the benchmarks use it: JVMs of their own with the flags of the product, and what came out, by method and
 * parameters. Nothing here knows what is measured.
 */
@NullMarked
package dev.platen.benchmarks.timing;

import org.jspecify.annotations.NullMarked;
