/**
 * Keeps documents stored at the gateway as their resources say. Speaks to the gateway over HTTP like anybody else, and
 * understands nothing of the documents.
 */
@NullMarked
package dev.platen.operator.schema;

import org.jspecify.annotations.NullMarked;
