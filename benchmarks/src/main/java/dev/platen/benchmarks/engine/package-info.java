/**
 * Everything about the engine in one run. Nothing here measures; it puts the parts in order.
 */
@NullMarked
package dev.platen.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
