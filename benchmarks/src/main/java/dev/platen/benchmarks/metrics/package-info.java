/**
 * What counting costs beside the work that is counted. The meters are those of the services, made anew: nothing of the services runs here.
 */
@NullMarked
package dev.platen.benchmarks.metrics;

import org.jspecify.annotations.NullMarked;
