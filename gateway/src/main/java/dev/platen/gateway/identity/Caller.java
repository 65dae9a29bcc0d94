package dev.platen.gateway.identity;

import dev.platen.contract.id.TenantId;

/**
 * Who sent a request.
 *
 * @param tenant whose schemas and pages it is about
 * @param role what the caller may do with them
 */
public record Caller(TenantId tenant, Role role) {
    /** Whoever asks a gateway that runs without credentials. */
    static final Caller ANYBODY = new Caller(TenantId.DEFAULT, Role.ADMIN);
}
