/** Tests of the gateway that need no broker and no cache; the whole path is tested where everything is assembled. */
@NullMarked
package dev.platen.gateway.admission;

import org.jspecify.annotations.NullMarked;
