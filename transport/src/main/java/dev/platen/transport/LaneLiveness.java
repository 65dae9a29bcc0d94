package dev.platen.transport;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while every lane takes work; a lane that lost its consumer is taken up again only by a new process. */
@Liveness
@ApplicationScoped
class LaneLiveness implements HealthCheck {
    private final Lanes lanes;

    LaneLiveness(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("lanes").status(lanes.areAlive()).build();
    }
}
