/**
 * The loop: takes what was observed, has it decided, has it done, and writes down what came of it. Holds no memory of its
 * own: everything that the next turn needs is in the resource.
 */
@NullMarked
package dev.platen.operator.reconcile;

import org.jspecify.annotations.NullMarked;
