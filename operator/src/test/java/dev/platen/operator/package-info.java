/** Proofs about the module as a whole. */
@NullMarked
package dev.platen.operator;

import org.jspecify.annotations.NullMarked;
