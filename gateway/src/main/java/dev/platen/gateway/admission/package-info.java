/**
 * How much the gateway takes upon itself: bytes of bodies, requests of a tenant, work in flight. It refuses early and
 * cheaply; it knows nothing of what the work is.
 */
@NullMarked
package dev.platen.gateway.admission;

import org.jspecify.annotations.NullMarked;
