/**
 * Whole processes under load: Platen as it is shipped, its peers beside it, and what drives both. Only what a client or
 * an operator of the machine can see is measured here; nothing reaches into a process under test.
 */
@NullMarked
package dev.platen.benchmarks.load;

import org.jspecify.annotations.NullMarked;
