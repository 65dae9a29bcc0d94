/**
 * The dialect of element trees: objects whose first member is the name of an HTML element. Which elements and attributes
 * there are at all belongs to the package that writes markup.
 */
@NullMarked
package dev.platen.engine.element;

import org.jspecify.annotations.NullMarked;
