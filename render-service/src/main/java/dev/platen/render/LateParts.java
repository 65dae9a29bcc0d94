package dev.platen.render;

import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.View;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheName;
import dev.platen.transport.FragmentTokens;
import dev.platen.transport.FragmentTokens.Source;
import dev.platen.transport.FragmentsConfig;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Where the late parts of a page are found. A page of the data that its schema brings is found where it is; one of data
 * that somebody sent is found by a token, and its data is kept for as long as the cache keeps data.
 */
@Singleton
class LateParts {
    private final Optional<FragmentTokens> tokens;
    private final CacheClient cache;

    LateParts(FragmentsConfig config, CacheClient cache) {
        this.tokens = config.key().map(FragmentTokens::new);
        this.cache = cache;
    }

    /** The view of a page that is made of this data; a plan without late parts needs no address, which would be signed. */
    View of(View view, Plan plan, TenantId tenant, SchemaHead head, byte[] data) {
        if (data.length == 0 || !plan.hasLateParts()) {
            return view;
        }
        return tokens.map(known -> view.at("/v1/fragments/" + known.sign(new Source(tenant, head, Digest.of(data)))))
                .orElseGet(() -> view.withOpen(Set.of(View.ALL)));
    }

    /** Keeps the data of a page, if something of it is to be fetched later. */
    void keep(Rendered page, TenantId tenant, byte[] data) {
        if (page.hasLateParts() && data.length > 0) {
            cache.put(CacheName.DATA, RecordKeys.data(tenant, Digest.of(data)), data);
        }
    }
}
