package dev.platen.benchmarks.compile;

import dev.platen.contract.id.Digest;
import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Compiler;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A document compiled again and again, each call timed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
public class CompileBenchmark {
    /** Which document. */
    @Param({"form", "page"})
    public String kind = "form";

    private final Compiler compiler = new Compiler(Limits.DEFAULT);
    private byte[] document = {};
    private Map<Digest, String> known = Map.of();

    /** Refuses to measure how fast a document is refused. */
    @Setup(Level.Trial)
    public void prepare() {
        document = CompileDocument.valueOf(kind.toUpperCase(Locale.ROOT)).bytes();
        known = Map.of(Digest.of(document), "compiled before");
        if (!(compile() instanceof Compiled)) {
            throw new IllegalStateException("a benchmark brings what the engine accepts, but: " + compile());
        }
    }

    /** Document to encoded plan. */
    @Benchmark
    public CompileOutcome compile() {
        return compiler.compile(document);
    }

    /** The same document again: its digest tells that there is nothing to do. */
    @Benchmark
    public @Nullable String recognise() {
        return known.get(Digest.of(document));
    }
}
