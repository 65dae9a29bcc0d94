/**
 * Schemas as they are stored, read, listed and removed, and what a name stands for at the moment. No page is made here.
 */
@NullMarked
package dev.platen.gateway.schema;

import org.jspecify.annotations.NullMarked;
