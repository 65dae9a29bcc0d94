package dev.platen.render;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.Validator;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.inject.Singleton;

/** Schemas to validate against, by the digest of their document: this process's memory first, then the cluster's cache. */
@Singleton
class Schemas {
    private record Weighed(Preparation preparation, int bytes) {}

    private final Validator validator = new Validator(Limits.DEFAULT);
    private final Cache<Digest, Weighed> memory;
    private final CacheClient cache;

    Schemas(RenderConfig config, CacheClient cache, MeterRegistry registry) {
        this.cache = cache;
        memory = Caffeine.newBuilder()
                .maximumWeight(config.schemaCache().asLongValue())
                .weigher((Digest _, Weighed weighed) -> weighed.bytes())
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(registry, memory, "schemas");
    }

    /** The schema, ready to validate. Waits for the cache no longer than its client allows. */
    Preparation find(TenantId tenant, SchemaHead head) {
        Weighed known = memory.getIfPresent(head.digest());
        if (known != null) {
            return known.preparation();
        }
        String key = RecordKeys.source(tenant, head.name(), head.digest());
        if (!(cache.find(CacheName.SCHEMAS, key).join() instanceof LookUp.Found(byte[] document))) {
            return new Preparation.Rejected(new Problem(
                    ProblemCode.UNAVAILABLE,
                    "The source of schema %s cannot be read at the moment. Try again.".formatted(head.name())));
        }
        Preparation prepared = validator.prepare(document);
        memory.put(head.digest(), new Weighed(prepared, document.length));
        return prepared;
    }
}
