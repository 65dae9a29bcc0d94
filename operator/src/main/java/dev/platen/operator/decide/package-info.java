/**
 * The decision core: a pure function from what was seen, what is wanted and what was decided before to a number of
 * replicas, pool sizes and the reasons. Knows no cluster, no broker, no clock and no framework.
 */
@NullMarked
package dev.platen.operator.decide;

import org.jspecify.annotations.NullMarked;
