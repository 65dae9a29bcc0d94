/** Tests of the whole system, against the packaged command and against real processes. */
@NullMarked
package dev.platen.standalone;

import org.jspecify.annotations.NullMarked;
