/**
 * Figures as they are written down: rounds, what follows from them, and the machine they were taken on. Nothing here
 * measures anything but the machine.
 */
@NullMarked
package dev.platen.benchmarks.report;

import org.jspecify.annotations.NullMarked;
