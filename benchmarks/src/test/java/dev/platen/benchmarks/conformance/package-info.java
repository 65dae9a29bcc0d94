/**
 * The harness: messages, children that hang or die, and what counts as a good diagnostic. No corpus is needed here.
 */
@NullMarked
package dev.platen.benchmarks.conformance;

import org.jspecify.annotations.NullMarked;
