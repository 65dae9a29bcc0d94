/**
 * How the peers written in Java are set up, as their documentation recommends for speed. The pages that they render live
 * with the benchmarks.
 */
@NullMarked
package dev.platen.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
