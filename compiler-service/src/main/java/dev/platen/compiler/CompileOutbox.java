package dev.platen.compiler;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.LogEntry.HeadMoved;
import dev.platen.contract.flow.LogEntry.HeadRemoved;
import dev.platen.contract.flow.LogEntry.PlanRenewed;
import dev.platen.contract.flow.LogEntry.SourceStored;
import dev.platen.contract.flow.Notice.SchemaChanged;
import dev.platen.contract.flow.Notice.SchemaRemoved;
import dev.platen.contract.flow.Reply.RequestFailed;
import dev.platen.contract.flow.Reply.SchemaStored;
import dev.platen.contract.flow.Reply.SchemasAnswered;
import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work.RenewPlan;
import dev.platen.contract.flow.Work.WithPlan;
import dev.platen.contract.id.DocumentVersion;
import dev.platen.contract.id.RequestId;
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
import dev.platen.transport.HeadEntry;
import dev.platen.transport.HeadValue;
import dev.platen.transport.Publisher;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** What this service says: to the log, to the cache, to the gateway that asked. Blocks its worker where order matters. */
@Singleton
class CompileOutbox {
    private static final Logger LOG = Logger.getLogger(CompileOutbox.class);

    /** Later than that, whoever searches for schemas to be compiled again has asked once more. */
    private static final Duration RENEWAL_PATIENCE = Duration.ofMinutes(5);

    private final InstantSource clock = InstantSource.system();
    private final Publisher publisher;
    private final CacheClient cache;

    CompileOutbox(Publisher publisher, CacheClient cache) {
        this.publisher = publisher;
        this.cache = cache;
    }

    /** The head as the cache has it; empty also where the cache is away, which costs one repeated log entry at most. */
    Optional<HeadValue> currentHead(TenantId tenant, SchemaName name) {
        return cache.get(CacheName.SCHEMAS, RecordKeys.head(tenant, name)).join() instanceof LookUp.Found(byte[] value)
                ? HeadEntry.decode(name, value)
                        .filter(HeadValue.class::isInstance)
                        .map(HeadValue.class::cast)
                : Optional.empty();
    }

    /** A version of a document; empty where it cannot be read at the moment. */
    Optional<byte[]> source(TenantId tenant, DocumentVersion version) {
        String key = RecordKeys.source(tenant, version.name(), version.digest());
        return cache.find(CacheName.SCHEMAS, key).join() instanceof LookUp.Found(byte[] value)
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
    Optional<HeadValue> append(Envelope envelope, SchemaHead head, SchemaFacts facts, byte[] document) {
        TenantId tenant = envelope.tenant();
        try {
            publisher
                    .append(new SourceStored(tenant, head.name(), head.digest(), document))
                    .join();
            long revision = publisher.append(new HeadMoved(tenant, head, facts)).join();
            HeadValue stored = HeadValue.stored(head, revision, facts);
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

    /** Appends the removal to the log and shows it to everyone; false where the log did not take it. */
    boolean remove(Envelope envelope, SchemaName name) {
        TenantId tenant = envelope.tenant();
        try {
            long revision = publisher.append(new HeadRemoved(tenant, name)).join();
            cache.store(CacheName.SCHEMAS, RecordKeys.head(tenant, name), new HeadEntry.Gone(revision).encode())
                    .join();
        } catch (CompletionException notTaken) {
            LOG.warnf(notTaken.getCause(), "the log did not take the removal of %s of tenant %s", name, tenant);
            return false;
        }
        var _ = publisher.announce(new SchemaRemoved(tenant, name));
        return true;
    }

    /**
     * Appends a plan that was made again; false where the log did not take it. The cache learns it from the log, where it
     * cannot come before a newer version.
     */
    boolean renew(PlanRenewed renewed, boolean isOther) {
        try {
            publisher.append(renewed).join();
        } catch (CompletionException notTaken) {
            LOG.warnf(
                    notTaken.getCause(),
                    "the log did not take the new plan of %s of tenant %s",
                    renewed.name(),
                    renewed.tenant());
            return false;
        }
        if (isOther) {
            var _ = publisher.announce(new SchemaChanged(renewed.tenant(), renewed.head()));
        }
        return true;
    }

    /** Asks whoever has the lane of a schema to compile it again. */
    void askToRenew(TenantId tenant, SchemaName name) {
        RequestId request = new RequestId(UUID.randomUUID().toString());
        Envelope envelope = new Envelope(request, tenant, clock.instant().plus(RENEWAL_PATIENCE), 0);
        var _ = publisher.send(new RenewPlan(envelope, name));
    }

    void answer(Envelope envelope, byte[] report) {
        var _ = publisher.reply(envelope, new SchemasAnswered(envelope.request(), report));
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
