package dev.platen.gateway.workers;

import dev.platen.contract.id.RequestId;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Names requests: a random prefix per process and a counter, so that no two gateways ever use the same. */
final class RequestIds {
    private final String prefix = Long.toUnsignedString(new SecureRandom().nextLong(), 36);
    private final AtomicLong counter = new AtomicLong();

    RequestId next() {
        return new RequestId(prefix + "-" + Long.toString(counter.incrementAndGet(), 36));
    }
}
