/**
 * Requests, partitions, pods and a clock that is only counted: what becomes of a workload when a law sets the replicas.
 * Nothing here knows how any law decides.
 */
@NullMarked
package dev.platen.benchmarks.autoscale.simulation;

import org.jspecify.annotations.NullMarked;
