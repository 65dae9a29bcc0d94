/** Proofs that documents are kept at the gateway, against a server that speaks as the gateway does. */
@NullMarked
package dev.platen.operator.schema;

import org.jspecify.annotations.NullMarked;
