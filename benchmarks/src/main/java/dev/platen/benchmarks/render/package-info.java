/**
 * Rendering against JTE: one page, one set of data, the same bytes from both. Every way to the page lives here as a
 * benchmark; nothing here knows how figures are written down except the run itself.
 */
@NullMarked
package dev.platen.benchmarks.render;

import org.jspecify.annotations.NullMarked;
