/**
 * The json-schema dialect: a bare JSON Schema, or one with an rjsf {@code uiSchema} and data. Nothing of it is known
 * outside of this package but that it is a dialect.
 */
@NullMarked
package dev.platen.engine.jsonschema;

import org.jspecify.annotations.NullMarked;
