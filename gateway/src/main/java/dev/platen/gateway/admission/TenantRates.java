package dev.platen.gateway.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.platen.contract.id.TenantId;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** A token bucket for each tenant, which holds the tokens of one second. Thread-safe; never blocks. */
final class TenantRates {
    private static final int MAX_TENANTS = 100_000;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final OptionalInt perSecond;
    private final LongSupplier nanoTime;
    private final Cache<TenantId, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_TENANTS)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    TenantRates(OptionalInt perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    /** Whether the tenant may have one more request in this second. */
    boolean take(TenantId tenant) {
        return perSecond.isEmpty() || buckets.get(tenant, _ -> new Bucket()).take();
    }

    private final class Bucket {
        private double tokens = perSecond.orElseThrow();
        private long filled = nanoTime.getAsLong();

        private synchronized boolean take() {
            long now = nanoTime.getAsLong();
            double rate = perSecond.orElseThrow();
            tokens = Math.min(rate, tokens + rate * (now - filled) / SECOND);
            filled = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
