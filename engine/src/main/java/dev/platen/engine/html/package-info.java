/**
 * The only place where markup is written: while compiling, element by element; while rendering, values escaped for the
 * context that was chosen then. What a page consists of belongs to whoever calls.
 */
@NullMarked
package dev.platen.engine.html;

import org.jspecify.annotations.NullMarked;
