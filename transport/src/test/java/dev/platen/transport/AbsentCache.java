package dev.platen.transport;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** A cache that is away. */
final class AbsentCache implements CacheClientConfig {
    @Override
    public String servers() {
        return "127.0.0.1:1";
    }

    @Override
    public Duration timeout() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(100);
    }

    /** Claims that nobody can redeem. */
    static Claims claims() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        return new Claims(new CacheClient(new AbsentCache(), registry), registry);
    }
}
