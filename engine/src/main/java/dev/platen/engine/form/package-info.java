/**
 * What becomes of a posted form, from its body to what is shown next. How forms are read, validated and rendered belongs
 * to the packages that do it.
 */
@NullMarked
package dev.platen.engine.form;

import org.jspecify.annotations.NullMarked;
