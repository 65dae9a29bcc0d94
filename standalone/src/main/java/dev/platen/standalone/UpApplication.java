package dev.platen.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.smallrye.health.SmallRyeHealthReporter;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says when everything is ready, and what to try first. */
final class UpApplication implements QuarkusApplication {
    private static final Duration PROBE = Duration.ofMillis(50);

    private final SmallRyeHealthReporter health;
    private final int port;
    private final long startedNanos;

    UpApplication(
            SmallRyeHealthReporter health,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "platen.started-nanos") long startedNanos) {
        this.health = health;
        this.port = port;
        this.startedNanos = startedNanos;
    }

    @Override
    public int run(String... arguments) {
        Thread.ofVirtual().name("platen-ready").start(this::announce);
        Quarkus.waitForExit();
        return 0;
    }

    private void announce() {
        while (health.getReadiness().isDown()) {
            LockSupport.parkNanos(PROBE.toNanos());
        }
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        System.out.print(ReadyMessage.of(port, seconds));
    }
}
