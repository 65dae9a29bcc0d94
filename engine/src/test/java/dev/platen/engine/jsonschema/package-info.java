/** Tests of what no public door shows; nothing but tests belongs here. */
@NullMarked
package dev.platen.engine.jsonschema;

import org.jspecify.annotations.NullMarked;
