/**
 * Drawings of values: from points to shapes and letters of an SVG, the same bytes on every machine. Where the values come
 * from, the frame around the drawing and its colours belong elsewhere.
 */
@NullMarked
package dev.platen.engine.chart;

import org.jspecify.annotations.NullMarked;
