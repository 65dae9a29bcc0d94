package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.FormEncoding;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import dev.platen.engine.submit.ViewState;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long lists are shown page by page, and a page that is posted is the whole list. */
class LongListTest {
    private static final int ITEMS = 10_000;
    private static final Pattern CONTROL = Pattern.compile(
            "<input [^>]*name=\"([^\"]*)\"[^>]* value=\"([^\"]*)\"[^>]*>|<textarea [^>]*name=\"([^\"]*)\"[^>]*>([^<]*)");
    private static final Plan PLAN = Pages.plan("""
            {"title": "Rows", "type": "object", "properties": {"rows": {"type": "array", "items": {
              "type": "object", "properties": {"name": {"type": "string"}, "size": {"type": "number"}}}}}}
            """);
    private static final Renderer RENDERER = new Renderer(Limits.DEFAULT, "/assets/");
    private static final Submission SUBMISSION = new Submission(Limits.DEFAULT);

    private static List<String> rows() {
        return new ArrayList<>(IntStream.range(0, ITEMS)
                .mapToObj(i -> "{\"size\":%d.50,\"name\":\"row <%d> & \\\"more\\\"\"}".formatted(i, i))
                .toList());
    }

    private static String data(List<String> rows) {
        return "{\"rows\":[%s]}".formatted(String.join(",", rows));
    }

    private static View turned(int page) {
        return new View(Map.of(), Map.of(), Map.of("root_rows", page), Set.of());
    }

    private static String page(String data, View view) {
        WholePage page = new WholePage();
        assertThat(RENDERER.render(PLAN, data.getBytes(UTF_8), view, Presentation.DEFAULT, page))
                .isInstanceOf(Rendered.class);
        String html = new String(page.toBytes(), UTF_8);
        Markup.of(html).verify();
        return html;
    }

    /** What a browser posts with a button, nothing being known but the page. */
    private static Applied posted(String html, Map<String, String> entered, String button, String value) {
        Map<String, String> controls = new LinkedHashMap<>();
        Matcher matcher = CONTROL.matcher(html);
        while (matcher.find()) {
            boolean isLine = matcher.group(1) != null;
            controls.put(matcher.group(isLine ? 1 : 3), text(matcher.group(isLine ? 2 : 4)));
        }
        assertThat(controls).containsKeys(entered.keySet().toArray(String[]::new));
        controls.putAll(entered);
        controls.put(button, value);
        StringBuilder body = new StringBuilder();
        controls.forEach((name, text) -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, UTF_8))
                .append('=')
                .append(URLEncoder.encode(text, UTF_8)));
        return (Applied)
                SUBMISSION.apply(PLAN, FormEncoding.URL_ENCODED, body.toString().getBytes(UTF_8), Pages.NO_DATA);
    }

    private static String text(String markup) {
        return markup.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Test
    void shouldShowOnePage() {
        // When
        String html = page(data(rows()), turned(56));

        // Then
        assertThat(html)
                .contains("id=\"root_rows_5600_name\"", "id=\"root_rows_5699_name\"", "value=\"root_rows.57\"")
                .doesNotContain("id=\"root_rows_5599_name\"", "id=\"root_rows_5700_name\"");
        assertThat(html.length()).isLessThan(1_500_000);
    }

    @ParameterizedTest
    @CsvSource({
        "_submit, root, 56",
        "_page, root_rows.99, 99",
        "_page, root_rows.3, 3",
        "_add, root_rows, 10001",
        "_remove, root_rows_5650, 56",
        "_up, root_rows_5600, 55",
        "_up, root_rows_5650, 56",
        "_down, root_rows_5699, 57"
    })
    void shouldLoseNothing(String button, String target, int page) {
        // Given
        List<String> rows = rows();
        String html = page(data(rows), turned(56));

        // When
        Applied applied = posted(html, Map.of("root_rows_5657_name", "changed"), button, target);

        // Then
        rows.set(5657, "{\"size\":5657.50,\"name\":\"changed\"}");
        switch (button) {
            case "_add" -> rows.add("{}");
            case "_remove" -> rows.remove(5650);
            case "_up", "_down" -> {
                int index = Integer.parseInt(target.substring("root_rows_".length()));
                Collections.swap(rows, index, button.equals("_up") ? index - 1 : index + 1);
            }
            default -> {}
        }
        assertThat(sorted(new String(applied.data(), UTF_8)).equals(sorted(data(rows))))
                .as("the data is as expected")
                .isTrue();
        ViewState state = applied.state();
        assertThat(state.pages()).containsEntry("root_rows", page);
        assertThat(applied.changed()).isEqualTo(button.equals("_submit") ? "" : "root_rows");
    }

    /** Members in one order: those that are on the page are written in the order of the form. */
    private static String sorted(String json) {
        return json.replaceAll(
                "\\{\"name\":(\"(?:[^\"\\\\]|\\\\.)*\"),\"size\":([0-9.]+)}", "{\"size\":$2,\"name\":$1}");
    }

    @Test
    void shouldTurnToTheLastPage() {
        assertThat(page(data(rows()), turned(Integer.MAX_VALUE))).contains("id=\"root_rows_9999_name\"");
    }

    @Test
    void shouldTurnToWhatIsWrong() {
        // Given
        View view = new View(
                Map.of("root_rows_123_name", List.of("is wrong"), "root_rows_7777_name", List.of("is wrong")),
                Map.of(),
                Map.of(),
                Set.of());

        // When
        String html = page(data(rows()), view);

        // Then
        assertThat(html)
                .contains("id=\"root_rows_123_name\"", "<span id=\"root_rows_7777_name\">", "value=\"root_rows.77\"")
                .doesNotContain("id=\"root_rows_99_name\"");
    }

    @Test
    void shouldFindItemsOfEveryPage() {
        // Given
        WholePage part = new WholePage();

        // When
        RENDERER.renderPart(
                PLAN, data(rows()).getBytes(UTF_8), View.NONE, Presentation.DEFAULT, "root_rows_7777", part);

        // Then
        assertThat(page(data(rows()), turned(77))).contains(new String(part.toBytes(), UTF_8));
        assertThat(new String(part.toBytes(), UTF_8)).contains("row &lt;7777&gt;");
    }
}
