/**
 * The dialect of component trees: pages put together from a library of components and from the document's own. How a
 * component is written as markup, and what an expression means, belongs elsewhere.
 */
@NullMarked
package dev.platen.engine.component;

import org.jspecify.annotations.NullMarked;
