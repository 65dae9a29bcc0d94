/**
 * Expressions of documents, in the Common Expression Language: read and checked while compiling, lowered to the plan's own
 * operators where they are simple, executed as they are where they are not. What is done with their values belongs to
 * whoever asks.
 */
@NullMarked
package dev.platen.engine.expression;

import org.jspecify.annotations.NullMarked;
