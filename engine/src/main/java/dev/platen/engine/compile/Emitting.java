package dev.platen.engine.compile;

import dev.platen.contract.id.Digest;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.PlanCodec;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.emit.PlanEmitter;
import dev.platen.engine.ir.Form;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Place;
import java.util.Optional;
import java.util.Set;

/** The last passes: from a form to a plan, its bytes and its cost. */
record Emitting(
        Limits limits, Place place, String dialect, StoredDocuments stored, Findings findings, Journal journal) {
    /** How much larger than a document its plan may be, at most. */
    private static final int PLAN_GROWTH = 16;

    CompileOutcome compiled(Form form) {
        if (Unfolding.parts(form) > limits.planNodes()) {
            findings.error(
                    place,
                    "form-too-large",
                    "without data the form already shows more than %s parts, those that contain themselves unfolded; split it"
                            .formatted(limits.planNodes()));
            return Compiler.rejected(findings);
        }
        journal.did("bound", () -> Effects.bounded(form, limits));
        Set<Node> seenElsewhere = Dependencies.of(form);
        journal.did("dependencies", () -> Effects.depending(seenElsewhere.size()));
        Optional<Plan> emitted = PlanEmitter.emit(form, seenElsewhere, maxPlanBytes());
        if (emitted.isEmpty()) {
            findings.error(place, "plan-too-large", "the page has too much fixed text; shorten it or split the form");
            return Compiler.rejected(findings);
        }
        Plan plan = emitted.get().madeOf(stored.versions());
        journal.did("emit", () -> Effects.emitted(plan));
        byte[] encoded = PlanCodec.encode(plan);
        Digest digest = Digest.of(encoded);
        journal.did("encode", () -> Effects.encoded(encoded.length, digest));
        Cost cost = Certificate.of(form, plan, limits);
        journal.did("weigh", () -> Effects.weighed(cost));
        return new Compiled(plan, encoded, digest, dialect, findings.toList(), cost, stored.names());
    }

    private int maxPlanBytes() {
        return (int) Math.min(Integer.MAX_VALUE / 4, (long) limits.schemaBytes() * PLAN_GROWTH);
    }
}
