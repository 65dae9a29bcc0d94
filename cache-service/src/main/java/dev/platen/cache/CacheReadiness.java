package dev.platen.cache;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the log was replayed, clients are let in and the node has its share; tells whether entries are moving. */
@Readiness
@ApplicationScoped
class CacheReadiness implements HealthCheck {
    private final CacheService service;

    CacheReadiness(CacheService service) {
        this.service = service;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("cache-replayed")
                .status(service.isReady())
                .withData("rebalancing", service.isRebalancing())
                .build();
    }
}
