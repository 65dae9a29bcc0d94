/**
 * Files as texts of JSON hold them: data URLs with the name of the file, as rjsf writes them. Nothing here knows of pages
 * or forms.
 */
@NullMarked
package dev.platen.engine.file;

import org.jspecify.annotations.NullMarked;
