/** Tests of what the gateway knows of schemas. Must not hold product code. */
@NullMarked
package dev.platen.gateway.schema;

import org.jspecify.annotations.NullMarked;
