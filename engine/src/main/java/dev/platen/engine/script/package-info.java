/**
 * Expressions that are executed as they were written, within bounds of time and memory. How they are read and what is
 * done with their values belongs to whoever calls.
 */
@NullMarked
package dev.platen.engine.script;

import org.jspecify.annotations.NullMarked;
