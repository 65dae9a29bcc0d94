/** Tests of JSON itself. */
@NullMarked
package dev.platen.engine.json;

import org.jspecify.annotations.NullMarked;
