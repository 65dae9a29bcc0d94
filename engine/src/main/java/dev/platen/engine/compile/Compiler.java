package dev.platen.engine.compile;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Dialects.Chosen;
import dev.platen.engine.compile.Dialects.Doubtful;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.Registry;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.ir.Form;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.json.Parsed.Malformed;
import dev.platen.engine.json.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Compiles documents. The same document always gives the same plan, byte for byte. Thread-safe. */
public final class Compiler {
    private static final Dialects DIALECTS = new Dialects();

    private final Limits limits;
    private final DocumentParser parser;
    private final Registry registry;

    /** A compiler within these limits, for documents that are made of nothing but themselves. */
    public Compiler(Limits limits) {
        this(limits, Registry.NONE);
    }

    /**
     * A compiler within these limits.
     *
     * @param registry where a document finds others that it is made of
     */
    public Compiler(Limits limits, Registry registry) {
        this(limits, registry, new DocumentParser(limits));
    }

    private Compiler(Limits limits, Registry registry, DocumentParser parser) {
        this.limits = limits;
        this.registry = registry;
        this.parser = parser;
    }

    /** The same compiler, for documents that are made of others than before. */
    public Compiler with(Registry other) {
        return new Compiler(limits, other, parser);
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
        return compile(document, dialect, Journal.none());
    }

    /**
     * Compiles one document, and tells what each pass did.
     *
     * @param dialect name of the dialect to read it as; empty for the one that it looks like
     * @param nanos tells the time in nanoseconds from any beginning, as {@link System#nanoTime} does
     */
    public Explanation explain(byte[] document, Optional<String> dialect, LongSupplier nanos) {
        Journal journal = Journal.kept(nanos);
        CompileOutcome outcome = compile(document, dialect, journal);
        return new Explanation(outcome, journal.passes());
    }

    private CompileOutcome compile(byte[] document, Optional<String> dialect, Journal journal) {
        if (document.length > limits.schemaBytes()) {
            return tooLarge(document.length);
        }
        Findings findings = new Findings();
        Value root =
                switch (parser.parse(document)) {
                    case Document read -> read.root();
                    case Malformed malformed -> {
                        malformed.diagnostics().forEach(findings::error);
                        yield malformed.readable();
                    }
                };
        if (root == null) {
            return rejected(findings);
        }
        journal.did("parse", () -> Effects.parsed(root, document.length));
        return switch (DIALECTS.choose(root, dialect)) {
            case Chosen chosen -> compile(root, document, chosen, findings, journal);
            case Doubtful doubtful -> {
                findings.error(root.place(), "dialect-unclear", doubtful.reason());
                yield rejected(findings);
            }
        };
    }

    private CompileOutcome compile(Value root, byte[] document, Chosen chosen, Findings findings, Journal journal) {
        journal.did("dialect", () -> chosen.dialect().name());
        StoredDocuments stored = new StoredDocuments(registry, document.length, limits, findings);
        Optional<Form> form = chosen.dialect().read(root, document, stored, limits, findings);
        journal.didWithin("resolve", () -> Effects.resolved(findings));
        journal.didWithin("flatten", () -> Effects.flattened(findings));
        journal.didWithin("expressions", () -> Effects.expressions(findings));
        if (form.isEmpty() || findings.hasErrors()) {
            return rejected(findings);
        }
        journal.did("map", () -> Effects.mapped(form.get()));
        Form reduced = Passes.reduced(form.get(), journal);
        return new Emitting(limits, root.place(), chosen.dialect().name(), stored, findings, journal).compiled(reduced);
    }

    private Rejected tooLarge(int bytes) {
        String detail =
                "a document may have at most %s bytes, found %s; split it".formatted(limits.schemaBytes(), bytes);
        return new Rejected(new Problem(
                ProblemCode.BODY_TOO_LARGE, detail, List.of(Diagnostic.error("limit-exceeded", "", 1, 1, detail))));
    }

    static Rejected rejected(Findings findings) {
        List<Diagnostic> diagnostics = findings.toList();
        List<Diagnostic> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .toList();
        String detail = errors.size() == 1
                ? "the document has an error: " + errors.getFirst()
                : "the document has %s errors; see the diagnostics".formatted(errors.size());
        return new Rejected(new Problem(ProblemCode.SCHEMA_REJECTED, detail, diagnostics));
    }
}
