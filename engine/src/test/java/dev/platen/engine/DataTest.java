package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.WholePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that nobody vouches for. */
class DataTest {
    private static final Plan PLAN = Pages.plan("""
            {"type": "object", "properties": {
              "text": {"type": "string"}, "number": {"type": "number"}, "sure": {"type": "boolean"},
              "kind": {"enum": ["a", "b\\u00e9", 10]},
              "inner": {"type": "object", "properties": {"x": {"type": "string", "default": "dx"}}},
              "list": {"type": "array", "items": {"type": "object", "properties": {"y": {"type": "string"}}}},
              "several": {"type": "array", "uniqueItems": true, "items": {"enum": ["p", "q"]}}}}
            """);

    private static RenderOutcome render(byte[] data, WholePage page, Limits limits) {
        return new Renderer(limits, "/assets/").render(PLAN, data, Pages.FRAGMENT, page);
    }

    private static RenderRejected rejected(String data) {
        WholePage page = new WholePage();
        RenderOutcome outcome = render(Pages.utf8(data), page, Limits.DEFAULT);
        assertThat(outcome).isInstanceOf(RenderRejected.class);
        assertThat(page.toBytes()).as("bytes written for data that is refused").isEmpty();
        return (RenderRejected) outcome;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "5",
                "\"text\"",
                "true",
                "[]",
                "[{\"text\": 1}]",
                "{}",
                "{\"text\": {\"a\": [1]}, \"number\": [], \"sure\": \"yes\", \"kind\": {}, \"inner\": [{}], \"list\": {}}",
                "{\"inner\": \"x\", \"list\": \"x\", \"several\": \"p\"}",
                "{\"inner\": null, \"list\": null, \"several\": null, \"text\": null}",
                "{\"list\": [1, null, \"x\", [], [[]], {\"y\": {}}], \"several\": [[], {}, 1, null, \"q\"]}",
                "{\"unknown\": {\"deep\": [1, 2, {\"x\": \"y\"}]}, \"text\": \"t\"}"
            })
    void shouldRenderTheFormWhateverTheData(String data) {
        // When
        String html = Pages.fragment(PLAN, data);

        // Then
        assertThat(html)
                .contains("id=\"root_text\"", "id=\"root_inner_x\"", "id=\"root_list__add\"")
                .endsWith("</form>");
        Markup.of(html).verify();
    }

    @Test
    void shouldFindOptionsByValue() {
        assertThat(Pages.fragment(PLAN, "{\"kind\": \"b\\u00e9\"}")).contains("<option value=\"bé\" selected>");
        assertThat(Pages.fragment(PLAN, "{\"kind\": \"b\u00e9\"}")).contains("<option value=\"bé\" selected>");
        assertThat(Pages.fragment(PLAN, "{\"kind\": 1.0e1}")).contains("<option value=\"10\" selected>");
        assertThat(Pages.fragment(PLAN, "{\"kind\": \"10\"}")).doesNotContain("selected");
        assertThat(Pages.fragment(PLAN, "{\"kind\": 1e999999999999}")).doesNotContain("selected");
        assertThat(Pages.fragment(PLAN, "{\"several\": [\"q\"]}"))
                .contains("<option value=\"q\" selected>", "<option value=\"p\">");
    }

    @Test
    void shouldDecodeEveryEscape() {
        // When
        String html = Pages.fragment(
                PLAN,
                "{\"text\": \"\\\" \\\\ \\/ \\u003c \\ud83d\\ude00 \\ud800 \\udc00x \\u0000 \\r \\u20AC \u20ac\"}");

        // Then
        assertThat(html).contains("value=\"&#34; \\ / &lt; \ud83d\ude00 \ufffd \ufffdx \ufffd &#13; \u20ac \u20ac\"");
    }

    @Test
    void shouldMatchNamesWithPatternsThatNeededTranslating() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "object", "additionalProperties": false,
                 "patternProperties": {"^k\\\\d[^]\\\\s.$": {"type": "string"}}}
                """);

        // When
        String page = Pages.fragment(plan, "{\"k1x y\": \"shown\", \"k1x yz\": \"not\"}");

        // Then
        assertThat(page).contains("value=\"shown\"").doesNotContain("value=\"not\"");
    }

    @Test
    void shouldRefuseWhatIsNotJson() {
        assertThat(rejected("{\"text\": ").problem().code()).isEqualTo(ProblemCode.DATA_REJECTED);
        assertThat(rejected("{} {}").problem().detail()).contains("more follows");
        assertThat(rejected(" ").problem().detail()).contains("empty");
        assertThat(rejected("{\"text\": 1, \"text\": 2}").problem().detail()).contains("'text'", "twice");
        assertThat(rejected("{\"inner\": {}, \"inner\": {}}").problem().detail())
                .contains("'inner'", "twice");
        assertThat(rejected("[".repeat(65) + "]".repeat(65)).problem().detail()).contains("64 deep");
    }

    @Test
    void shouldRefuseWhatIsNotUtf8() {
        // Given
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0xbc, '"'};

        // When
        RenderOutcome outcome = render(overlong, new WholePage(), Limits.DEFAULT);

        // Then
        assertThat(outcome).isInstanceOf(RenderRejected.class);
        assertThat(((RenderRejected) outcome).problem().detail()).contains("UTF-8", "offset 1");
    }

    @Test
    void shouldStopAtTheLimits() {
        // Given
        Limits few = new Limits(1_000, 100_000, 64, 200_000, 1_000, 256, 64, 100, 100, 1_000, 200, 80_000);
        Limits small = new Limits(1_000, 100_000, 64, 200_000, 1_000, 256, 64, 100, 100, 1_000, 200, 8_000);
        byte[] items = Pages.utf8("{\"list\": [" + "{},".repeat(50) + "{}]}");
        byte[] text = Pages.utf8("{\"text\": \"" + "'".repeat(1_500) + "\"}");

        // When
        RenderOutcome steps = render(items, new WholePage(), few);
        RenderOutcome bytes = render(text, new WholePage(), small);
        RenderOutcome data = render(new byte[100_001], new WholePage(), few);

        // Then
        assertThat(((RenderRejected) steps).problem().detail()).contains("200 steps");
        assertThat(((RenderRejected) bytes).problem().detail()).contains("8000 bytes");
        assertThat(((RenderRejected) data).problem().code()).isEqualTo(ProblemCode.BODY_TOO_LARGE);
    }

    @Test
    void shouldRenderAgainAfterARefusal() {
        // Given
        Renderer renderer = new Renderer(Limits.DEFAULT, "/assets/");
        WholePage page = new WholePage();
        renderer.render(PLAN, Pages.utf8("{\"text\": \"left over\", \"list\": [{}"), Pages.FRAGMENT, new WholePage());

        // When
        RenderOutcome outcome = renderer.render(PLAN, Pages.utf8("{}"), Pages.FRAGMENT, page);

        // Then
        assertThat(outcome).isInstanceOf(Rendered.class);
        assertThat(page.toBytes()).isEqualTo(Pages.utf8(Pages.fragment(PLAN, "{}")));
    }
}
