package dev.platen.cache;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the log is followed; only a new process can follow it again. */
@Liveness
@ApplicationScoped
class CacheLiveness implements HealthCheck {
    private final CacheService service;

    CacheLiveness(CacheService service) {
        this.service = service;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("cache-log").status(service.isAlive()).build();
    }
}
