/**
 * Plans made ready for pages of one look: what is known once the language, the theme and the layout are, becomes part of
 * the static bytes. Data is not known here, and nothing is written.
 */
@NullMarked
package dev.platen.engine.link;

import org.jspecify.annotations.NullMarked;
