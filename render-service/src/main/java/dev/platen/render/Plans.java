package dev.platen.render;

import com.github.benmanes.caffeine.cache.Cache;
import dev.platen.contract.id.Digest;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.PlanCodec;
import dev.platen.contract.plan.PlanDecoded;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import dev.platen.transport.LocalCaches;
import dev.platen.transport.Tracing;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Plans by digest: this process's memory first, then the cluster's cache. */
@Singleton
class Plans {
    private static final Logger LOG = Logger.getLogger(Plans.class);

    private record Weighed(Plan plan, int bytes) {}

    private final Cache<Digest, Weighed> memory;
    private final CacheClient cache;
    private final Tracing tracing;

    Plans(RenderConfig config, LocalCaches caches, CacheClient cache, Tracing tracing) {
        this.tracing = tracing;
        this.cache = cache;
        memory = caches.open("plans", config.planCache().asLongValue(), (_, weighed) -> weighed.bytes());
    }

    /**
     * The plan, or empty where it must be made again. Waits for the cache no longer than its client allows.
     *
     * @param wasMadeAgain whether a compiler has just put it into the cache: then a slow cache is asked again for a while
     */
    Optional<Plan> find(Digest digest, boolean wasMadeAgain) {
        Weighed known = memory.getIfPresent(digest);
        tracing.remembered(CacheName.PLANS.label(), known != null);
        if (known != null) {
            return Optional.of(known.plan());
        }
        CompletableFuture<LookUp> lookedUp =
                wasMadeAgain ? cache.find(CacheName.PLANS, digest.hex()) : cache.get(CacheName.PLANS, digest.hex());
        if (!(lookedUp.join() instanceof LookUp.Found(byte[] encoded))) {
            return Optional.empty();
        }
        if (!Digest.of(encoded).equals(digest)) {
            LOG.warnf("the cache holds other bytes than plan %s; it is made again", digest);
            return Optional.empty();
        }
        return switch (PlanCodec.decode(encoded)) {
            case PlanDecoded.Decoded(Plan plan) -> {
                memory.put(digest, new Weighed(plan, encoded.length));
                yield Optional.of(plan);
            }
            case PlanDecoded.Unreadable(String reason) -> {
                LOG.warnf("plan %s cannot be read (%s); it is made again", digest, reason);
                yield Optional.empty();
            }
        };
    }
}
