package dev.platen.engine.compile;

import dev.platen.contract.id.Digest;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.PlanCodec;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Dialects.Chosen;
import dev.platen.engine.compile.Dialects.Doubtful;
import dev.platen.engine.dialect.Dialect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.emit.PlanEmitter;
import dev.platen.engine.ir.Form;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.json.Parsed.Malformed;
import dev.platen.engine.json.Value;
import java.util.List;
import java.util.Optional;

/** Compiles documents. The same document always gives the same plan, byte for byte. Thread-safe. */
public final class Compiler {
    /** How much larger than a document its plan may be, at most. */
    private static final int PLAN_GROWTH = 16;

    private final Limits limits;
    private final DocumentParser parser;

    /** A compiler within these limits. */
    public Compiler(Limits limits) {
        this.limits = limits;
        this.parser = new DocumentParser(limits);
    }

    /** Compiles one document, whatever it is. */
    public CompileOutcome compile(byte[] document) {
        return compile(document, Optional.empty());
    }

    /**
     * Compiles one document.
     *
     * @param dialect name of the dialect to read it as; empty for the one that it looks like
     */
    public CompileOutcome compile(byte[] document, Optional<String> dialect) {
        if (document.length > limits.schemaBytes()) {
            return new Rejected(new Problem(
                    ProblemCode.BODY_TOO_LARGE,
                    "a document may have at most %d bytes, found %d; split it"
                            .formatted(limits.schemaBytes(), document.length)));
        }
        return switch (parser.parse(document)) {
            case Malformed malformed -> rejected(malformed.diagnostics());
            case Document read -> compile(read.root(), document, dialect);
        };
    }

    private CompileOutcome compile(Value root, byte[] document, Optional<String> name) {
        return switch (Dialects.choose(root, name)) {
            case Chosen chosen -> compile(root, document, chosen.dialect());
            case Doubtful doubtful -> rejected(List.of(root.place().error("dialect-unclear", doubtful.reason())));
        };
    }

    private CompileOutcome compile(Value root, byte[] document, Dialect dialect) {
        Findings findings = new Findings();
        Optional<Form> read = dialect.read(root, document, limits, findings);
        if (read.isEmpty()) {
            return rejected(findings.toList());
        }
        Form form = DistinctIds.of(WithoutEmptyParts.of(read.get()));
        long unfolded = Unfolding.parts(form);
        if (unfolded > limits.planNodes()) {
            findings.error(
                    root.place(),
                    "form-too-large",
                    "without data the form already shows more than %d parts, those that contain themselves unfolded; split it"
                            .formatted(limits.planNodes()));
            return rejected(findings.toList());
        }
        Optional<Plan> emitted = PlanEmitter.emit(form, maxPlanBytes());
        if (emitted.isEmpty()) {
            findings.error(
                    root.place(), "plan-too-large", "the page has too much fixed text; shorten it or split the form");
            return rejected(findings.toList());
        }
        Plan plan = emitted.get();
        byte[] encoded = PlanCodec.encode(plan);
        return new Compiled(
                plan,
                encoded,
                Digest.of(encoded),
                dialect.name(),
                findings.toList(),
                Certificate.of(form, plan, limits));
    }

    private int maxPlanBytes() {
        return (int) Math.min(Integer.MAX_VALUE / 4, (long) limits.schemaBytes() * PLAN_GROWTH);
    }

    private static Rejected rejected(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .count();
        String detail = errors == 1
                ? "the document has an error: "
                        + diagnostics.stream()
                                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                                .findFirst()
                                .map(Diagnostic::toString)
                                .orElse("")
                : "the document has %d errors; see the diagnostics".formatted(errors);
        return new Rejected(new Problem(ProblemCode.SCHEMA_REJECTED, detail, diagnostics));
    }
}
