package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A part that is rendered alone has the bytes that it has within the page. */
class PartRenderingTest {
    private static final int ROUNDS = 300;
    private static final Pattern FIELDSET =
            Pattern.compile("<fieldset class=\"[^\"]*p-section[^\"]*\" id=\"([^\"]*)\"|<(/?)fieldset");
    private static final Renderer RENDERER = new Renderer(Limits.DEFAULT, "/assets/");
    private static final Presentation GERMAN = new Presentation("de", "plain", Presentation.Layout.PAGE);

    @TestFactory
    Stream<DynamicTest> shouldRenderThePartsOfExamples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "examples"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(),
                            () -> verify(Pages.compiled(Fixtures.read(file)).plan(), Pages.NO_DATA)));
        }
    }

    @Test
    void shouldRenderThePartsOfRandomForms() {
        Compiler compiler = new Compiler(Limits.DEFAULT);
        int parts = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            // Given
            RandomForms forms = new RandomForms(seed);
            String document = forms.document();
            byte[] data = Pages.utf8(forms.data(5));

            // When
            if (compiler.compile(Pages.utf8(document)) instanceof Compiled compiled) {
                // Then
                parts += verify(compiled.plan(), data);
            }
        }
        assertThat(parts).isGreaterThan(ROUNDS);
    }

    private static int verify(Plan plan, byte[] data) {
        int count = 0;
        for (Presentation presentation : Set.of(Presentation.DEFAULT, Pages.FRAGMENT, GERMAN)) {
            String page = Pages.page(plan, data, presentation);
            for (Map.Entry<String, String> part : parts(page).entrySet()) {
                assertThat(part(plan, data, View.NONE, presentation, part.getKey()))
                        .as(part.getKey())
                        .isEqualTo(part.getValue());
                count++;
            }
        }
        return count;
    }

    /** What is between the tags of each frame, tags included, by its id. */
    private static Map<String, String> parts(String page) {
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher matcher = FIELDSET.matcher(page);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                parts.putIfAbsent(
                        unescaped(matcher.group(1)), page.substring(matcher.start(), end(page, matcher.end())));
            }
        }
        return parts;
    }

    private static int end(String page, int start) {
        Matcher matcher = Pattern.compile("<(/?)fieldset[^>]*>").matcher(page);
        int depth = 1;
        int at = start;
        while (depth > 0 && matcher.find(at)) {
            depth += matcher.group(1).isEmpty() ? 1 : -1;
            at = matcher.end();
        }
        return at;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String part(Plan plan, byte[] data, View view, Presentation presentation, String id) {
        WholePage part = new WholePage();
        RenderOutcome outcome = RENDERER.renderPart(plan, data, view, presentation, id, part);
        assertThat(outcome).as(id).isInstanceOfSatisfying(Rendered.class, rendered -> assertThat(rendered.bytes())
                .isEqualTo(part.toBytes().length));
        return new String(part.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldLeadToLatePartsWhereTheyAreFoundOrShowThemAtOnce() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "page", "children": [{"type": "text", "props": {"text": "At once"}},
                  {"type": "section", "id": "more", "lazy": true, "children": [{"type": "text", "props": {"text": "Later"}}]}]}""");
        WholePage linked = new WholePage();
        WholePage open = new WholePage();

        // When
        RenderOutcome withLink =
                RENDERER.render(plan, new byte[0], View.NONE.at("/v1/fragments/token"), Presentation.DEFAULT, linked);
        RenderOutcome withoutLink =
                RENDERER.render(plan, new byte[0], View.NONE.withOpen(Set.of(View.ALL)), Presentation.DEFAULT, open);

        // Then
        assertThat(withLink).isInstanceOfSatisfying(Rendered.class, page -> {
            assertThat(page.bytes()).isEqualTo(linked.toBytes().length);
            assertThat(page.steps()).isPositive();
            assertThat(page.hasLateParts()).isTrue();
        });
        assertThat(withoutLink).isInstanceOfSatisfying(Rendered.class, page -> {
            assertThat(page.bytes()).isEqualTo(open.toBytes().length);
            assertThat(page.hasLateParts()).isFalse();
        });
        assertThat(new String(linked.toBytes(), StandardCharsets.UTF_8))
                .contains("href=\"/v1/fragments/token?locale=en&amp;theme=plain&amp;open=more-1#more-1\"")
                .doesNotContain("Later");
        assertThat(new String(open.toBytes(), StandardCharsets.UTF_8)).contains("Later");
    }

    @Test
    void shouldRefuseAnAddressThatIsNoPath() {
        // When / Then
        assertThatThrownBy(() -> View.NONE.at("/x\" onclick=")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldSayThatThereIsNoSuchPart() {
        // Given
        Plan plan = Pages.plan("{\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {}}}");

        for (String id : new String[] {"", "root_1", "root_0_0", "roo", "root_", "x".repeat(10_000)}) {
            // When
            WholePage sink = new WholePage();
            RenderOutcome outcome =
                    RENDERER.renderPart(plan, Pages.utf8("[{}]"), View.NONE, Presentation.DEFAULT, id, sink);

            // Then
            assertThat(outcome).isInstanceOfSatisfying(RenderRejected.class, rejected -> {
                assertThat(rejected.problem().code()).isEqualTo(ProblemCode.PART_UNKNOWN);
                assertThat(rejected.problem().detail()).hasSizeLessThan(300);
            });
            assertThat(sink.toBytes()).isEmpty();
        }
    }

    @Test
    void shouldLoadLate() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "page", "props": {"title": "P"}, "children": [
                  {"type": "section", "id": "more", "lazy": true, "props": {"title": "More"}, "children": [
                    {"type": "text", "props": {"text": "outer"}},
                    {"type": "section", "id": "most", "lazy": true, "props": {"title": "Most"}, "children": [
                      {"type": "text", "props": {"text": "inner"}}]}]}]}
                """);
        View opened = new View(Map.of(), Map.of(), Map.of(), Set.of("more-1"));

        // When
        String closed = Pages.page(plan, Pages.NO_DATA, Presentation.DEFAULT);
        String open = page(plan, opened, Presentation.DEFAULT);
        String part = part(plan, Pages.NO_DATA, opened, Presentation.DEFAULT, "more-1");
        String inner = part(plan, Pages.NO_DATA, View.NONE, Presentation.DEFAULT, "most-2");
        String scripted =
                Pages.page(plan, Pages.NO_DATA, new Presentation("de", "bootstrap", Presentation.Layout.PAGE));

        // Then
        assertThat(closed)
                .doesNotContain("outer", "inner", "hx-")
                .contains("<div class=\"p-lazy\" id=\"more-1\">"
                        + "<a href=\"?locale=en&amp;theme=plain&amp;open=more-1#more-1\">More</a></div>");
        assertThat(scripted)
                .contains(" hx-get=\"?locale=de&amp;theme=bootstrap&amp;open=more-1&amp;fragment=more-1\""
                        + " hx-trigger=\"revealed\" hx-target=\"this\" hx-swap=\"outerHTML\">");
        assertThat(open)
                .contains("outer", part, "?locale=en&amp;theme=plain&amp;open=more-1&amp;open=most-2#most-2")
                .doesNotContain("inner");
        assertThat(inner).startsWith("<div class=\"p-lazy\" id=\"most-2\">").contains("inner");
    }

    private static String page(Plan plan, View view, Presentation presentation) {
        WholePage page = new WholePage();
        assertThat(RENDERER.render(plan, Pages.NO_DATA, view, presentation, page))
                .isInstanceOf(Rendered.class);
        return new String(page.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldNotLoadControlsLate() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "page", "props": {"title": "P"}, "schema": {"type": "object", "properties": {
                  "name": {"type": "string"}}}, "children": [{"type": "form", "children": [
                    {"type": "section", "id": "more", "lazy": true, "props": {"title": "More"}, "children": [
                      {"type": "fields", "props": {"names": ["name"]}}]}]}]}
                """);

        // When
        String page = Pages.page(plan, Pages.NO_DATA, Presentation.DEFAULT);

        // Then
        assertThat(page).contains("id=\"more-1\"", "name=\"root_name\"").doesNotContain("?locale=");
    }

    @Test
    void shouldGiveTheSameBytesInPieces() throws InterruptedException, ExecutionException {
        // Given
        Plan plan = Pages.plan("""
                {"title": "Rows", "type": "array", "items": {"type": "object", "properties": {
                  "name": {"type": "string"}, "kind": {"enum": ["one", "two"]}}}}
                """);
        byte[] data = Pages.utf8("[%s]".formatted(String.join(",", Collections.nCopies(80, "{\"name\": \"<n>\"}"))));
        List<Callable<String>> parts = IntStream.range(0, 80)
                .<Callable<String>>mapToObj(
                        item -> () -> part(plan, data, View.NONE, Presentation.DEFAULT, "root_" + item))
                .toList();

        // When
        String page = Pages.page(plan, data, Presentation.DEFAULT);
        List<Future<String>> rendered;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            rendered = threads.invokeAll(parts);
        }

        // Then
        int at = 0;
        for (Future<String> part : rendered) {
            at = page.indexOf(part.get(), at);
            assertThat(at).isPositive();
            at += part.get().length();
        }
    }
}
