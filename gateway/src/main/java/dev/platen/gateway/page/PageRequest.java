package dev.platen.gateway.page;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Work;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.gateway.workers.Urgency;
import java.util.function.Function;

/**
 * A page by its content address, and how it is made where nobody has it.
 *
 * @param key the content address
 * @param tag what it is purged by, here and in front of here: tenant and schema
 * @param cacheKey under what caches keep it: two schemas never share a page, so that each can be purged
 * @param tenant whose page it is
 * @param urgency how soon it is wanted
 * @param work what a worker is asked for
 */
public record PageRequest(
        Digest key, String tag, String cacheKey, TenantId tenant, Urgency urgency, Function<Envelope, Work> work) {

    /** The same page, wanted now. */
    PageRequest now() {
        return new PageRequest(key, tag, cacheKey, tenant, Urgency.interactive(), work);
    }

    PageRequest(Digest key, String tag, TenantId tenant, Urgency urgency, Function<Envelope, Work> work) {
        this(key, tag, RecordKeys.page(tag, key), tenant, urgency, work);
    }
}
