/**
 * A cluster of processes that the real operator scales, through an API server in memory and a kubelet that turns replicas into
 * processes. No load and no figures: those who measure bring them.
 */
@NullMarked
package dev.platen.benchmarks.operated;

import org.jspecify.annotations.NullMarked;
