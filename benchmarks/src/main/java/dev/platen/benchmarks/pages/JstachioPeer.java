package dev.platen.benchmarks.pages;

import io.jstach.jstachio.Template;
import io.jstach.jstachio.output.ByteBufferEncodedOutput;
import java.nio.charset.StandardCharsets;

/** JStachio: Java generated from templates when the benchmarks are built, static content as bytes, one array out. */
final class JstachioPeer {
    private static final int CAPACITY = 32 * 1024;

    private JstachioPeer() {}

    static byte[] render(Model model) {
        return switch (model) {
            case Stocks stocks -> bytes(StocksRenderer.of(), stocks);
            case Dashboard dashboard -> bytes(DashboardRenderer.of(), dashboard);
            case Table table -> bytes(TableRenderer.of(), table);
        };
    }

    private static <T> byte[] bytes(Template<T> template, T model) {
        return template.write(model, ByteBufferEncodedOutput.ofByteArray(StandardCharsets.UTF_8, CAPACITY))
                .toByteArray();
    }
}
