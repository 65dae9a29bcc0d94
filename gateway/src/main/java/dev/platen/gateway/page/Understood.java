package dev.platen.gateway.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.TenantId;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What addresses meant that pages were got from, so that nobody reads them twice: a page of a name, for as long as the
 * name stands for the same version. Bounded; thread-safe.
 */
final class Understood {
    private static final long MAX_CHARACTERS = 1_000_000;
    private static final int OF_THE_REST = 400;
    private static final String PREFIX = "/v1/schemas/";

    private record Meaning(SchemaHead head, PageRequest request) {}

    private final Cache<String, Meaning> meanings = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String address, Meaning _) -> address.length() + OF_THE_REST)
            .build();

    private final BiPredicate<TenantId, SchemaHead> isStill;

    /** With a way to ask whether a name of a tenant still stands for a version. */
    Understood(BiPredicate<TenantId, SchemaHead> isStill) {
        this.isStill = isStill;
    }

    /** Remembers what somebody of this tenant got from an address. */
    void remember(TenantId tenant, String address, SchemaHead head, PageRequest request) {
        meanings.put(tenant.value() + address, new Meaning(head, request));
    }

    /** What an address means, or null where it has to be read. */
    @Nullable
    PageRequest find(TenantId tenant, String address) {
        if (!address.startsWith(PREFIX)) {
            return null;
        }
        Meaning meaning = meanings.getIfPresent(tenant.value() + address);
        return meaning != null && isStill.test(tenant, meaning.head())
                ? meaning.request().now()
                : null;
    }
}
