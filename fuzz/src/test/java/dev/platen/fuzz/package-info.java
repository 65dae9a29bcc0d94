/** Tests of what is fuzzed: stored inputs, and a few made from them. Nothing here takes long. */
@NullMarked
package dev.platen.fuzz;

import org.jspecify.annotations.NullMarked;
