/**
 * Dates and times as texts of JSON hold them. Nothing here knows of pages or forms.
 */
@NullMarked
package dev.platen.engine.moment;

import org.jspecify.annotations.NullMarked;
