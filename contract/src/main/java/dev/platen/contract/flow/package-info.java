/**
 * What the services say to each other; the sorted list of these types reads as the life of a request. How a message
 * looks on the wire belongs to the transport.
 */
@NullMarked
package dev.platen.contract.flow;

import org.jspecify.annotations.NullMarked;
