/**
 * {@code platen bench autoscale}: laws tuned on the first half of a trace and scored on the second, with their figures and
 * charts. How requests are served and how laws decide is not written here but in the packages below.
 */
@NullMarked
package dev.platen.benchmarks.autoscale;

import org.jspecify.annotations.NullMarked;
