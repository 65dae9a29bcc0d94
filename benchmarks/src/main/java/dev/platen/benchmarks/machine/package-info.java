/**
 * The machine under the benchmarks: what it is, its cores, its folders, and what it says about a process. Nothing here
 * knows which process that is.
 */
@NullMarked
package dev.platen.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
