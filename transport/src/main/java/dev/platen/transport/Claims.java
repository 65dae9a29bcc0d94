package dev.platen.transport;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.transport.CacheClient.LookUp;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The claim check: a long body is left in the cache under the hash of its content, and the record carries only the
 * claim, as the CloudEvents extension {@code dataref}. Whoever redeems a claim gets the very bytes that were left, or
 * none. A cache that is away costs nothing but long records. Thread-safe.
 */
public final class Claims {
    /** Longer bodies do not travel in records. */
    static final int MAX_INLINE_BYTES = 64 * 1024;

    /** The attribute that carries a claim. */
    static final String ATTRIBUTE = "dataref";

    private static final String PREFIX = "platen:data/";

    /** What a record carries instead of a value or beside it. */
    sealed interface Body {
        /** Its value is the body. */
        record Inline() implements Body {}

        /** Its claim stood for this body. */
        record Redeemed(byte[] bytes) implements Body {}

        /** Its claim stands for nothing that can be had, at the moment or any more. */
        record Lost() implements Body {}

        /** What it carries as a claim is none. */
        record Malformed() implements Body {}
    }

    private final CacheClient cache;
    private final Counter deposited;
    private final Counter inline;
    private final Counter redeemed;
    private final Counter lost;

    /** Leaves bodies in the cache of this client. */
    public Claims(CacheClient cache, MeterRegistry registry) {
        this.cache = cache;
        TransportMeters meters = new TransportMeters(registry);
        deposited = meters.claims("deposited");
        inline = meters.claims("inline");
        redeemed = meters.claims("redeemed");
        lost = meters.claims("lost");
    }

    /** Leaves a body; the claim is empty where the cache did not take it. The future never fails. */
    CompletableFuture<Optional<String>> deposit(TenantId tenant, byte[] body) {
        Digest digest = Digest.of(body);
        return cache.store(CacheName.DATA, RecordKeys.data(tenant, digest), body)
                .thenApply(isStored -> {
                    (isStored ? deposited : inline).increment();
                    return isStored ? Optional.of(PREFIX + digest.hex()) : Optional.empty();
                });
    }

    /** The body of a record. Waits for the cache no longer than its client allows. */
    Body redeem(TenantId tenant, Headers headers) {
        Optional<String> claim = claim(headers);
        if (claim.isEmpty()) {
            return new Body.Inline();
        }
        String hex = claim.get().startsWith(PREFIX) ? claim.get().substring(PREFIX.length()) : "";
        if (!Digest.isValid(hex)) {
            return new Body.Malformed();
        }
        if (cache.find(CacheName.DATA, RecordKeys.data(tenant, new Digest(hex))).join()
                        instanceof LookUp.Found(byte[] bytes)
                && Digest.of(bytes).hex().equals(hex)) {
            redeemed.increment();
            return new Body.Redeemed(bytes);
        }
        lost.increment();
        return new Body.Lost();
    }

    private static Optional<String> claim(Headers headers) {
        Header header = headers.lastHeader(Attributes.PREFIX + ATTRIBUTE);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.US_ASCII));
    }
}
