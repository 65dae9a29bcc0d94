/**
 * What every front end has in common: a document in, a form out, findings on the way. No dialect is known here by name.
 */
@NullMarked
package dev.platen.engine.dialect;

import org.jspecify.annotations.NullMarked;
