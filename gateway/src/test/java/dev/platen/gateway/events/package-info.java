/** Tests of events. No production code. */
@NullMarked
package dev.platen.gateway.events;

import org.jspecify.annotations.NullMarked;
