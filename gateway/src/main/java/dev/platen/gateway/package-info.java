/**
 * The gateway: HTTP in, HTTP out. It admits, names what is asked for by its content, answers from memory or the cache,
 * and asks the workers only for what nobody has yet; it neither compiles nor renders.
 */
@NullMarked
package dev.platen.gateway;

import org.jspecify.annotations.NullMarked;
