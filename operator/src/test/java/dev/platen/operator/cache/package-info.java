/** Proofs that the nodes change one at a time, and only at rest. */
@NullMarked
package dev.platen.operator.cache;

import org.jspecify.annotations.NullMarked;
