/**
 * The operator's hands: the scale subresource of a workload and the settings of its workers. Does what it is told and
 * decides nothing.
 */
@NullMarked
package dev.platen.operator.act;

import org.jspecify.annotations.NullMarked;
