/**
 * The {@code platen} command: everything in one process, everything as processes of one machine, or only the engine.
 * What a service does belongs to the service.
 */
@NullMarked
package dev.platen.standalone;

import org.jspecify.annotations.NullMarked;
