/** Tests of the transport that need neither a broker nor a cache; those that do live with the whole system. */
@NullMarked
package dev.platen.transport;

import org.jspecify.annotations.NullMarked;
