/**
 * What pages say in words of their own, in every language that is known. Words of documents are not here.
 */
@NullMarked
package dev.platen.engine.words;

import org.jspecify.annotations.NullMarked;
