package dev.platen.gateway.workers;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the answers to new requests will be seen. */
@Readiness
@ApplicationScoped
class GatewayReady implements HealthCheck {
    private final ReplyInbox inbox;

    GatewayReady(ReplyInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("replies").status(inbox.isReady()).build();
    }
}
