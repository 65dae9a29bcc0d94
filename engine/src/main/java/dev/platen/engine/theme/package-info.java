/**
 * How pages look: which classes and files belong to a theme, and the files themselves. No markup is written here.
 */
@NullMarked
package dev.platen.engine.theme;

import org.jspecify.annotations.NullMarked;
