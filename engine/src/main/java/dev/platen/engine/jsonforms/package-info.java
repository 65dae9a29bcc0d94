/**
 * The json-forms dialect: a JSON Schema, a UI schema of layouts and controls, and data. Nothing of it is known outside of
 * this package but that it is a dialect.
 */
@NullMarked
package dev.platen.engine.jsonforms;

import org.jspecify.annotations.NullMarked;
