package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.render.PageSink;
import dev.platen.engine.render.Renderer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A page is the same however its bytes are cut and whoever else is rendering. */
class StreamTest {
    private static final Plan LIST = Pages.plan("""
            {"title": "Rows", "type": "array", "items": {"type": "object", "properties": {
              "name": {"type": "string"}, "kind": {"enum": ["one", "two"]}, "done": {"type": "boolean"}}}}
            """);

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("{\"name\": \"row <%d>\", \"kind\": \"two\", \"done\": %s}".formatted(i, i % 2 == 0));
        }
        return rows.append("]").toString();
    }

    @Test
    void shouldStreamTheBytesOfTheString() {
        // Given
        byte[] data = Pages.utf8(rows(200));
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        List<Integer> sizes = new ArrayList<>();
        PageSink sink = (buffer, offset, length) -> {
            pieces.write(buffer, offset, length);
            sizes.add(length);
        };

        // When
        new Renderer(Limits.DEFAULT, "/assets/").render(LIST, data, Presentation.DEFAULT, sink);

        // Then
        assertThat(pieces.toByteArray()).isEqualTo(Pages.utf8(Pages.page(LIST, data, Presentation.DEFAULT)));
        assertThat(sizes).hasSizeGreaterThan(10);
        assertThat(sizes.subList(0, sizes.size() - 1))
                .allSatisfy(size -> assertThat(size).isBetween(PageSink.CHUNK, PageSink.CHUNK * 2));
    }

    @Test
    void shouldRenderTheSameBytesOnEveryThread() throws InterruptedException, ExecutionException {
        // Given
        Renderer renderer = new Renderer(Limits.DEFAULT, "/assets/");
        byte[] expected = Pages.utf8(Pages.page(LIST, Pages.utf8(rows(30)), Presentation.DEFAULT));
        Callable<byte[]> rendering = () -> {
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            renderer.render(LIST, Pages.utf8(rows(30)), Presentation.DEFAULT, page::write);
            return page.toByteArray();
        };

        // When
        List<Future<byte[]>> pages;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            pages = threads.invokeAll(java.util.Collections.nCopies(200, rendering));
        }

        // Then
        for (Future<byte[]> page : pages) {
            assertThat(page.get()).isEqualTo(expected);
        }
    }

    @Test
    void shouldCompileTheSamePlanEveryTime() {
        // Given
        byte[] document = Pages.utf8("{\"type\": \"object\", \"properties\": {\"a\": {\"enum\": [1, 2]}}}");

        // When
        byte[] first = Pages.compiled(document).encodedPlan();

        // Then
        assertThat(Pages.compiled(document).encodedPlan()).isEqualTo(first);
    }
}
