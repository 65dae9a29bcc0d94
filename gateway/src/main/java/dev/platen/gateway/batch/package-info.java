/**
 * Many pages in one request: lines in, lines out, no faster than they are read, and pages that are warmed. Each page
 * comes from where single pages come from.
 */
@NullMarked
package dev.platen.gateway.batch;

import org.jspecify.annotations.NullMarked;
