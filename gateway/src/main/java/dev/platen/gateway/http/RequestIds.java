package dev.platen.gateway.http;

import dev.platen.contract.id.RequestId;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Names requests: a random prefix per process and a counter, so that no two gateways ever use the same. Thread-safe. */
public final class RequestIds {
    private final String prefix = Long.toUnsignedString(new SecureRandom().nextLong(), 36);
    private final AtomicLong counter = new AtomicLong();

    /** Another one. */
    public RequestId next() {
        return new RequestId(prefix + "-" + Long.toString(counter.incrementAndGet(), 36));
    }
}
