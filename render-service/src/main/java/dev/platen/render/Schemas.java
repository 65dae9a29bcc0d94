package dev.platen.render;

import com.github.benmanes.caffeine.cache.Cache;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.DocumentVersion;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.Validator;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import dev.platen.transport.LocalCaches;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schemas to validate against, by what they are made of: this process's memory first, then the cluster's cache. */
@Singleton
class Schemas {
    private record Weighed(Preparation preparation, int bytes) {}

    /** A document, and those that it refers to, as the plan was made of them. */
    private record Versions(Digest document, List<DocumentVersion> others) {}

    private final Validator validator = new Validator(Limits.DEFAULT);
    private final Cache<Versions, Weighed> memory;
    private final CacheClient cache;

    Schemas(RenderConfig config, LocalCaches caches, CacheClient cache) {
        this.cache = cache;
        memory = caches.open("schemas", config.schemaCache().asLongValue(), (_, weighed) -> weighed.bytes());
    }

    /**
     * The schema, ready to validate. Waits for the cache no longer than its client allows.
     *
     * @param plan names the documents that the schema refers to
     */
    Preparation find(TenantId tenant, SchemaHead head, Plan plan) {
        Versions versions = new Versions(head.digest(), plan.documents());
        Weighed known = memory.getIfPresent(versions);
        if (known != null) {
            return known.preparation();
        }
        Map<String, byte[]> others = new HashMap<>();
        for (DocumentVersion other : plan.documents()) {
            Optional<byte[]> document = document(tenant, other);
            if (document.isEmpty()) {
                return unreadable(other.name());
            }
            others.put(other.name().value(), document.get());
        }
        return document(tenant, new DocumentVersion(head.name(), head.digest()))
                .map(document -> prepared(versions, document, others))
                .orElseGet(() -> unreadable(head.name()));
    }

    private Optional<byte[]> document(TenantId tenant, DocumentVersion version) {
        String key = RecordKeys.source(tenant, version.name(), version.digest());
        return cache.find(CacheName.SCHEMAS, key).join() instanceof LookUp.Found(byte[] document)
                ? Optional.of(document)
                : Optional.empty();
    }

    private static Preparation unreadable(SchemaName name) {
        return new Preparation.Rejected(new Problem(
                ProblemCode.UNAVAILABLE,
                "The source of schema %s cannot be read at the moment. Try again.".formatted(name)));
    }

    private Preparation prepared(Versions versions, byte[] document, Map<String, byte[]> others) {
        Preparation prepared = validator.prepare(document, others);
        int bytes = document.length
                + others.values().stream().mapToInt(other -> other.length).sum();
        memory.put(versions, new Weighed(prepared, bytes));
        return prepared;
    }
}
