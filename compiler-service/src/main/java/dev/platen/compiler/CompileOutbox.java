package dev.platen.compiler;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.LogEntry.HeadMoved;
import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.flow.Notice.SchemaChanged;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Reply.SchemaStored;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work.WithPlan;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.topic.RecordKeys;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.problem.ProblemJson;
import dev.platen.transport.CacheClient;
import dev.platen.transport.CacheClient.LookUp;
import dev.platen.transport.CacheName;
import dev.platen.transport.ChunkedReply;
import dev.platen.transport.HeadValue;
import dev.platen.transport.Publisher;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** What this service says: to the log, to the cache, to the gateway that asked. Blocks its worker where order matters. */
@Singleton
class CompileOutbox {
    private static final Logger LOG = Logger.getLogger(CompileOutbox.class);

    private final Publisher publisher;
    private final CacheClient cache;

    CompileOutbox(Publisher publisher, CacheClient cache) {
        this.publisher = publisher;
        this.cache = cache;
    }

    /** The head as the cache has it; empty also where the cache is away, which costs one repeated log entry at most. */
    Optional<HeadValue> currentHead(TenantId tenant, SchemaName name) {
        return found(RecordKeys.head(tenant, name)).flatMap(value -> HeadValue.decode(name, value));
    }

    Optional<byte[]> source(TenantId tenant, SchemaHead head) {
        return found(RecordKeys.source(tenant, head.name(), head.digest()));
    }

    private Optional<byte[]> found(String key) {
        return cache.get(CacheName.SCHEMAS, key).join() instanceof LookUp.Found(byte[] value)
                ? Optional.of(value)
                : Optional.empty();
    }

    void storePlan(Compiled compiled) {
        cache.store(CacheName.PLANS, compiled.planDigest().hex(), compiled.encodedPlan())
                .join();
    }

    /**
     * Appends source and head to the log, waits until every replica in sync has them, then shows them to the cache, so
     * that whoever stored a schema can read it.
     *
     * @return the new head, or empty where the log did not take it
     */
    Optional<HeadValue> append(Envelope envelope, SchemaHead head, byte[] document) {
        TenantId tenant = envelope.tenant();
        try {
            publisher
                    .append(new SourceStored(tenant, head.name(), head.digest(), document))
                    .join();
            long revision = publisher.append(new HeadMoved(tenant, head)).join();
            HeadValue stored = new HeadValue(head, revision);
            cache.store(CacheName.SCHEMAS, RecordKeys.source(tenant, head.name(), head.digest()), document)
                    .join();
            cache.store(CacheName.SCHEMAS, RecordKeys.head(tenant, head.name()), stored.encode())
                    .join();
            return Optional.of(stored);
        } catch (CompletionException notTaken) {
            LOG.warnf(notTaken.getCause(), "the log did not take schema %s of tenant %s", head.name(), tenant);
            return Optional.empty();
        }
    }

    void stored(Envelope envelope, HeadValue head, boolean created, Compiled compiled) {
        byte[] report = CompileReport.write(head, created, compiled);
        var _ = publisher.reply(
                envelope, new SchemaStored(envelope.request(), head.head(), head.revision(), created, report));
        if (created) {
            var _ = publisher.announce(new SchemaChanged(envelope.tenant(), head.head()));
        }
    }

    void sendBack(WithPlan request) {
        var _ = publisher.send(request);
    }

    ChunkedReply page(Envelope envelope) {
        return new ChunkedReply(publisher, envelope);
    }

    void fail(Envelope envelope, Problem problem) {
        var _ = publisher.reply(
                envelope, new RequestFailed(envelope.request(), problem.code(), ProblemJson.of(problem)));
    }
}
