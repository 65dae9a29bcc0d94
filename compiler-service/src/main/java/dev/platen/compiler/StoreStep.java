package dev.platen.compiler;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Precondition;
import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.flow.Work.DescribeSchema;
import dev.platen.contract.flow.Work.ListSchemas;
import dev.platen.contract.flow.Work.RemoveSchema;
import dev.platen.contract.flow.Work.StoreSchema;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.transport.HeadValue;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is done with names: a document is stored under one, one is removed, all are listed. */
@Singleton
class StoreStep {
    private static final int DEPENDENTS_TOLD = 10;

    private final Compilation compilation;
    private final Registries registries;
    private final Catalogue catalogue;
    private final SchemaLog log;
    private final NameLocks locks;
    private final Renewals renewals;
    private final CompileOutbox outbox;

    StoreStep(
            Compilation compilation,
            Registries registries,
            Catalogue catalogue,
            SchemaLog log,
            NameLocks locks,
            Renewals renewals,
            CompileOutbox outbox) {
        this.compilation = compilation;
        this.registries = registries;
        this.catalogue = catalogue;
        this.log = log;
        this.locks = locks;
        this.renewals = renewals;
        this.outbox = outbox;
    }

    void store(StoreSchema request) {
        locks.hold(request.envelope().tenant(), request.name(), () -> compile(request));
    }

    private void compile(StoreSchema request) {
        Envelope envelope = request.envelope();
        if (!request.precondition().equals(Precondition.NONE) && !log.awaitCurrent(TenantRegistry.PATIENCE)) {
            outbox.fail(envelope, Problems.LOG_AWAY);
            return;
        }
        TenantRegistry stored = registries.of(envelope.tenant(), request.name(), request.document());
        CompileOutcome outcome = compilation.compile(stored, request.document());
        if (stored.isAway()) {
            outbox.fail(envelope, Problems.DOCUMENTS_AWAY);
            return;
        }
        switch (outcome) {
            case Rejected(Problem problem) -> outbox.fail(envelope, problem);
            case Compiled compiled -> store(request, compiled, stored);
        }
    }

    private void store(StoreSchema request, Compiled compiled, TenantRegistry stored) {
        Envelope envelope = request.envelope();
        SchemaHead head = new SchemaHead(request.name(), Digest.of(request.document()), compiled.planDigest());
        SchemaFacts facts = SchemaFacts.upToDate(compiled.dialect(), stored.lookedUp());
        outbox.storePlan(compiled);
        Optional<HeadValue> current = current(request);
        if (current.isPresent()
                && current.get().head().equals(head)
                && current.get().facts().equals(facts)) {
            outbox.stored(envelope, current.get(), false, compiled);
            return;
        }
        Optional<Digest> digest = current.map(value -> value.head().digest());
        if (!request.precondition().holds(digest)) {
            outbox.fail(envelope, Problems.otherVersion(request.name(), digest));
            return;
        }
        outbox.append(envelope, head, facts, request.document())
                .ifPresentOrElse(
                        value -> {
                            outbox.stored(envelope, value, true, compiled);
                            renewals.changed(envelope.tenant(), request.name());
                        },
                        () -> outbox.fail(envelope, Problems.NOT_STORED));
    }

    /** What a precondition is about must be known for sure; otherwise not to know costs one repeated log entry at most. */
    private Optional<HeadValue> current(StoreSchema request) {
        TenantId tenant = request.envelope().tenant();
        return request.precondition().equals(Precondition.NONE)
                ? outbox.currentHead(tenant, request.name())
                : catalogue.find(tenant, request.name());
    }

    void remove(RemoveSchema request) {
        locks.hold(request.envelope().tenant(), request.name(), () -> {
            Optional<Problem> problem = problem(request);
            if (problem.isPresent()) {
                outbox.fail(request.envelope(), problem.get());
            } else if (outbox.remove(request.envelope(), request.name())) {
                outbox.answer(request.envelope(), new byte[0]);
            } else {
                outbox.fail(request.envelope(), Problems.NOT_STORED);
            }
        });
    }

    private Optional<Problem> problem(RemoveSchema request) {
        TenantId tenant = request.envelope().tenant();
        if (!log.awaitCurrent(TenantRegistry.PATIENCE)) {
            return Optional.of(Problems.LOG_AWAY);
        }
        Optional<Digest> current =
                catalogue.find(tenant, request.name()).map(value -> value.head().digest());
        if (!request.precondition().holds(current)) {
            return Optional.of(Problems.otherVersion(request.name(), current));
        }
        if (current.isEmpty()) {
            return Optional.of(Problems.unknown(request.name()));
        }
        List<SchemaName> dependents = catalogue.dependents(tenant, request.name());
        return dependents.isEmpty() ? Optional.empty() : Optional.of(inUse(request.name(), dependents));
    }

    private static Problem inUse(SchemaName name, List<SchemaName> dependents) {
        String told = dependents.stream()
                .limit(DEPENDENTS_TOLD)
                .map(SchemaName::value)
                .collect(Collectors.joining(", "));
        return new Problem(
                ProblemCode.SCHEMA_IN_USE,
                "%s schemas refer to '%s': %s%s. Change or remove them first."
                        .formatted(dependents.size(), name, told, dependents.size() > DEPENDENTS_TOLD ? ", …" : ""));
    }

    void describe(DescribeSchema request) {
        TenantId tenant = request.envelope().tenant();
        if (!log.awaitCurrent(TenantRegistry.PATIENCE)) {
            outbox.fail(request.envelope(), Problems.LOG_AWAY);
            return;
        }
        catalogue
                .find(tenant, request.name())
                .ifPresentOrElse(
                        found -> outbox.answer(
                                request.envelope(),
                                SchemaListJson.describe(
                                        found,
                                        catalogue.versions(tenant, request.name()),
                                        catalogue.dependents(tenant, request.name()))),
                        () -> outbox.fail(request.envelope(), Problems.unknown(request.name())));
    }

    void list(ListSchemas request) {
        if (!log.awaitCurrent(TenantRegistry.PATIENCE)) {
            outbox.fail(request.envelope(), Problems.LOG_AWAY);
            return;
        }
        List<HeadValue> found = catalogue.page(request.envelope().tenant(), request.after(), request.limit() + 1);
        outbox.answer(request.envelope(), SchemaListJson.write(found, request.limit()));
    }
}
