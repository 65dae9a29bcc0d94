/**
 * Data against JSON Schema, with a library that trusts its input held within our bounds. The only package that builds
 * trees of data.
 */
@NullMarked
package dev.platen.engine.validate;

import org.jspecify.annotations.NullMarked;
