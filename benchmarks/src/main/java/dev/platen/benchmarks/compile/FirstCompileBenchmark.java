package dev.platen.benchmarks.compile;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.Compiler;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The first document that a process compiles: most of the time goes into loading classes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
public class FirstCompileBenchmark {
    /** Which document. */
    @Param({"form", "page"})
    public String kind = "form";

    private byte[] document = {};

    /** Makes the document. */
    @Setup(Level.Trial)
    public void prepare() {
        document = CompileDocument.valueOf(kind.toUpperCase(Locale.ROOT)).bytes();
    }

    /** Document to encoded plan. */
    @Benchmark
    public CompileOutcome compile() {
        return new Compiler(Limits.DEFAULT).compile(document);
    }
}
