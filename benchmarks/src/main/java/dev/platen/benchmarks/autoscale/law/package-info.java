/**
 * The laws that are compared: Platen's decision core as it is, and those of others as their documentation describes them.
 * Nothing here simulates; a law sees what it would see in a cluster and answers with a number of replicas.
 */
@NullMarked
package dev.platen.benchmarks.autoscale.law;

import org.jspecify.annotations.NullMarked;
