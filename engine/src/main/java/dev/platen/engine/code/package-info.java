/**
 * Flat code while it is being put together: segments, instructions, addresses. What the segments say belongs to whoever
 * writes them.
 */
@NullMarked
package dev.platen.engine.code;

import org.jspecify.annotations.NullMarked;
