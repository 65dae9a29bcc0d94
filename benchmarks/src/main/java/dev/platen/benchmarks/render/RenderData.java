package dev.platen.benchmarks.render;

/** The document and the data of this package, for benchmarks that do something else with them. */
public final class RenderData {
    private RenderData() {}

    /** The document. */
    public static byte[] document() {
        return RenderBenchmark.document();
    }

    /** Data of at least so many kilobytes. */
    public static byte[] json(int kilobytes) {
        return Orders.json(Orders.ofSize(kilobytes * 1_000));
    }
}
