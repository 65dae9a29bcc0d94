/**
 * What can be seen of a pool: the metrics of its pods, the offsets of its topic, turned into rates over about a minute.
 * Runs beside the reconcile loop, never in it; decides and changes nothing.
 */
@NullMarked
package dev.platen.operator.observe;

import org.jspecify.annotations.NullMarked;
