/**
 * What any bytes are put through, and the command that does so for as long as it is told. No target knows how inputs are
 * found.
 */
@NullMarked
package dev.platen.fuzz;

import org.jspecify.annotations.NullMarked;
