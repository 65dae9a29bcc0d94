package dev.platen.benchmarks.forms;

import dev.platen.benchmarks.render.PlatenPage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Platen's side of the comparison with the libraries from npm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class FormsBenchmark {
    /** Which form. */
    @Param({"fields-50", "fields-200", "fields-1000", "array-1000x4"})
    public String form = "fields-50";

    private byte[] document = {};
    private byte[] json = {};
    private PlatenPage page = new PlatenPage(FormDocument.named("fields-50").document());

    /** Makes the data and compiles the document. */
    @Setup(Level.Trial)
    public void prepare() {
        FormDocument made = FormDocument.named(form);
        document = made.document();
        json = made.json();
        page = new PlatenPage(document);
    }

    /** JSON to page, compiled before. */
    @Benchmark
    public byte[] render() {
        return page.render(json);
    }

    /** Document and JSON to page, as libraries do it that do not compile. */
    @Benchmark
    public byte[] compileAndRender() {
        return new PlatenPage(document).render(json);
    }
}
