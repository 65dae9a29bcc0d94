/**
 * Reads posted forms: what was entered and which button was pressed become data and the state of the page. Nothing is
 * validated, rendered or kept here.
 */
@NullMarked
package dev.platen.engine.submit;

import org.jspecify.annotations.NullMarked;
