/**
 * What a form consists of, in no dialect's words: every front end maps to these types, and the code is made from them
 * alone. Neither documents nor markup are known here.
 */
@NullMarked
package dev.platen.engine.ir;

import org.jspecify.annotations.NullMarked;
