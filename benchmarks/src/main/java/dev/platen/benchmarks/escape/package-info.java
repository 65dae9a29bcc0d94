/**
 * One value made safe between tags: the inner loop of every template engine. What becomes of whole pages is measured
 * elsewhere.
 */
@NullMarked
package dev.platen.benchmarks.escape;

import org.jspecify.annotations.NullMarked;
