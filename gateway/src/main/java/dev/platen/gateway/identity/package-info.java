/**
 * Who asks: the credential of a request becomes a tenant and a role. Nothing else of a request says whose it is.
 */
@NullMarked
package dev.platen.gateway.identity;

import org.jspecify.annotations.NullMarked;
