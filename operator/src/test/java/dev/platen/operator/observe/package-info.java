/** Proofs of what is made of metrics and offsets. */
@NullMarked
package dev.platen.operator.observe;

import org.jspecify.annotations.NullMarked;
