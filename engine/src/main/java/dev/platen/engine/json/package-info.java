/**
 * JSON as it comes from outside: bounded, strict, and with the place of every value. What the values mean belongs to the
 * dialects.
 */
@NullMarked
package dev.platen.engine.json;

import org.jspecify.annotations.NullMarked;
