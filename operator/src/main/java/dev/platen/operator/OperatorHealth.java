package dev.platen.operator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while pools are watched. */
@Readiness
@Singleton
final class OperatorHealth implements HealthCheck {
    private final OperatorProcess process;

    @Inject
    OperatorHealth(OperatorProcess process) {
        this.process = process;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("worker pools are watched")
                .status(process.isRunning())
                .build();
    }
}
