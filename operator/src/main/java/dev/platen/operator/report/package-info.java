/**
 * How the operator speaks to people: conditions that keep their times, and events on the objects. Knows no kind of
 * resource and decides nothing.
 */
@NullMarked
package dev.platen.operator.report;

import org.jspecify.annotations.NullMarked;
