package dev.platen.benchmarks.pages;

import dev.platen.benchmarks.render.PlatenPage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Platen's side of the pages, from JSON to an array of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class PlatenPagesBenchmark {
    /** Which page. */
    @Param({"stocks", "dashboard", "table"})
    public String page = "stocks";

    private PlatenPage platen = new PlatenPage(PlatenPages.document(page));
    private byte[] json = {};

    /** Compiles the document, and refuses to measure anything unless the page says what those of the peers say. */
    @Setup(Level.Trial)
    public void prepare() {
        platen = new PlatenPage(PlatenPages.document(page));
        json = PlatenPages.json(page);
        PlatenPages.check(page, render());
    }

    /** JSON to page. */
    @Benchmark
    public byte[] render() {
        return platen.render(json);
    }
}
