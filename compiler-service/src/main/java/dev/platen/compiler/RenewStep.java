package dev.platen.compiler;

import dev.platen.compiler.Catalogue.Entry;
import dev.platen.contract.flow.LogEntry.PlanRenewed;
import dev.platen.contract.flow.SchemaFacts;
import dev.platen.contract.flow.SchemaFacts.Dependency;
import dev.platen.contract.flow.SchemaHead;
import dev.platen.contract.id.DocumentVersion;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.transport.HeadValue;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * A schema is compiled again because something that it refers to has changed. Doing it twice changes nothing: what is up to
 * date is left alone, and a version that was stored meanwhile wins, here or in whoever reads the log.
 */
@Singleton
class RenewStep {
    private static final Logger LOG = Logger.getLogger(RenewStep.class);

    private final Compilation compilation;
    private final Registries registries;
    private final Catalogue catalogue;
    private final SchemaLog log;
    private final NameLocks locks;
    private final CompileOutbox outbox;

    RenewStep(
            Compilation compilation,
            Registries registries,
            Catalogue catalogue,
            SchemaLog log,
            NameLocks locks,
            CompileOutbox outbox) {
        this.compilation = compilation;
        this.registries = registries;
        this.catalogue = catalogue;
        this.log = log;
        this.locks = locks;
        this.outbox = outbox;
    }

    /** What became of a schema. */
    enum Outcome {
        /** There was nothing to do. */
        UP_TO_DATE,
        /** It has a plan of what it refers to now. */
        RENEWED,
        /** With what it refers to now it does not compile; it keeps its plan. */
        OUTDATED,
        /** It could not be done now. */
        POSTPONED
    }

    Outcome renew(Entry entry) {
        if (!log.awaitCurrent(TenantRegistry.PATIENCE)) {
            return Outcome.POSTPONED;
        }
        Optional<HeadValue> found =
                catalogue.find(entry.tenant(), entry.name()).filter(value -> catalogue.isStale(entry.tenant(), value));
        if (found.isEmpty()) {
            return Outcome.UP_TO_DATE;
        }
        HeadValue value = found.get();
        DocumentVersion version = new DocumentVersion(entry.name(), value.head().digest());
        return outbox.source(entry.tenant(), version)
                .map(document -> renew(entry, value, document))
                .orElse(Outcome.POSTPONED);
    }

    private Outcome renew(Entry entry, HeadValue value, byte[] document) {
        TenantRegistry stored = registries.of(entry.tenant(), entry.name(), document);
        CompileOutcome outcome = compilation.compile(stored, document);
        if (stored.isAway()) {
            return Outcome.POSTPONED;
        }
        return switch (outcome) {
            case Compiled compiled -> {
                outbox.storePlan(compiled);
                SchemaHead head = value.head().withPlan(compiled.planDigest());
                SchemaFacts facts = SchemaFacts.upToDate(compiled.dialect(), stored.lookedUp());
                yield append(entry, value, head, facts, Outcome.RENEWED);
            }
            case Rejected(Problem problem) -> {
                LOG.warnf(
                        "schema %s of tenant %s keeps its plan: with what it refers to now it does not compile",
                        entry.name(), entry.tenant());
                SchemaFacts facts = value.facts().failed(tried(entry, value, stored), problem.detail());
                yield append(entry, value, value.head(), facts, Outcome.OUTDATED);
            }
        };
    }

    /** What was looked up, and what the plan is made of, as it is now: when any of it changes, it is tried again. */
    private List<Dependency> tried(Entry entry, HeadValue value, TenantRegistry stored) {
        Map<String, Dependency> tried = new TreeMap<>();
        value.facts()
                .dependencies()
                .forEach(dependency ->
                        tried.put(dependency.name().value(), catalogue.dependency(entry.tenant(), dependency.name())));
        stored.lookedUp().forEach(dependency -> tried.put(dependency.name().value(), dependency));
        return List.copyOf(tried.values());
    }

    private Outcome append(Entry entry, HeadValue before, SchemaHead head, SchemaFacts facts, Outcome done) {
        PlanRenewed renewed = new PlanRenewed(entry.tenant(), head, before.revision(), facts);
        boolean[] isTaken = {true};
        locks.hold(entry.tenant(), entry.name(), () -> {
            boolean isStillThere = catalogue
                    .find(entry.tenant(), entry.name())
                    .filter(current -> current.revision() == before.revision())
                    .isPresent();
            isTaken[0] = !isStillThere || outbox.renew(renewed, !head.equals(before.head()));
        });
        return isTaken[0] ? done : Outcome.POSTPONED;
    }
}
