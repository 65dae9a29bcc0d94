/**
 * The custom resource {@code WorkerPool} as people write and read it; the CRD is generated from these types. What a
 * pool should become is decided elsewhere: nothing here computes.
 */
@NullMarked
package dev.platen.operator.api;

import org.jspecify.annotations.NullMarked;
