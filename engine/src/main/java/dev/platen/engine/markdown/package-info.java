/**
 * Formatted texts: paragraphs, lists, emphasis, code and links in the Markdown of documents. Neither markup nor documents
 * are known here, and no HTML within a text ever counts as such.
 */
@NullMarked
package dev.platen.engine.markdown;

import org.jspecify.annotations.NullMarked;
