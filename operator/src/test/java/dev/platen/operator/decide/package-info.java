/** Proofs of the decision core: formulas against the literature, laws over seeded random loads, decisions as files. */
@NullMarked
package dev.platen.operator.decide;

import org.jspecify.annotations.NullMarked;
