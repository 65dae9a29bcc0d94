/** Reads the sources of the services for the names that the packaging repeats. Nothing here judges them. */
@NullMarked
package dev.platen.helm.source;

import org.jspecify.annotations.NullMarked;
