/** Proofs of the loop against an API server in memory, pods over HTTP and a topic of exact rates. */
@NullMarked
package dev.platen.operator.reconcile;

import org.jspecify.annotations.NullMarked;
