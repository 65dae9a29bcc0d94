/**
 * Turns forms into code and markup. What a form means was decided before; how code is executed is decided later.
 */
@NullMarked
package dev.platen.engine.emit;

import org.jspecify.annotations.NullMarked;
