/**
 * The compiler service: compile requests in, plans out. How a document is compiled belongs to the engine, how a record
 * looks to the transport.
 */
@NullMarked
package dev.platen.compiler;

import org.jspecify.annotations.NullMarked;
