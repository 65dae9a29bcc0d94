/** Proofs about the custom resource and the CRD that is generated from it. */
@NullMarked
package dev.platen.operator.api;

import org.jspecify.annotations.NullMarked;
