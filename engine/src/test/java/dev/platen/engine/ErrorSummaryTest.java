package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The summary of errors follows the page, not those who found them. */
class ErrorSummaryTest {
    private static final String DOCUMENT = """
                {"schema": {"type": "object", "properties": {
                  "last": {"type": "string"},
                  "list": {"type": "array", "items": {"type": "object", "properties": {"b": {"type": "string"}, "a": {"type": "string"}}}},
                  "pair": {"type": "array", "items": [{"type": "string"}, {"type": "object", "properties": {"x": {"type": "string"}}}]},
                  "a": {"type": "object", "properties": {"b_c": {"type": "string"}, "b": {"type": "string"}}},
                  "choice": {"oneOf": [{"type": "object", "properties": {"s": {"type": "string"}, "r": {"type": "string"}}}, {"type": "string"}]},
                  "tree": {"$ref": "#/$defs/tree"},
                  "first": {"type": "string"}},
                 "if": {"required": ["first"]}, "then": {"properties": {"then": {"type": "string"}}},
                 "additionalProperties": {"type": "string"},
                 "$defs": {"tree": {"type": "object", "properties": {"n": {"type": "string"}, "next": {"$ref": "#/$defs/tree"}}}}},
                 "uiSchema": {"ui:order": ["first", "*", "last"]}}
                """;
    private static final Pattern LINK = Pattern.compile("<li><a href=\"#([^\"]*)\">");

    private static List<String> summary(Plan plan, String data, String... ids) {
        return LINK.matcher(page(plan, data, ids))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    private static String page(Plan plan, String data, String... ids) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (String id : ids) {
            errors.put(id, List.of("wrong"));
        }
        WholePage page = new WholePage();
        View view = new View(errors, Map.of(), Map.of(), Set.of());
        assertThat(new Renderer(Limits.DEFAULT, "/assets/")
                        .render(plan, data.getBytes(UTF_8), view, Pages.FRAGMENT, page))
                .isInstanceOf(Rendered.class);
        return new String(page.toBytes(), UTF_8);
    }

    @Test
    void shouldFollowTheOrderOfThePage() {
        // Given
        Plan plan = Pages.plan(DOCUMENT);
        String data =
                "{\"first\":\"\",\"list\":[{},{},{},{},{},{},{},{},{},{},{}],\"tree\":{\"next\":{\"next\":{}}},\"more\":\"m\"}";
        String[] inOrder = {
            "root",
            "root_first",
            "root_list",
            "root_list_2_b",
            "root_list_2_a",
            "root_list_10_b",
            "root_pair_0",
            "root_pair_1_x",
            "root_a_b_c",
            "root_a_b",
            "root_choice_s",
            "root_choice_r",
            "root_tree_n",
            "root_tree_next_next_n",
            "root_then",
            "root_last",
            "root_more",
            "elsewhere",
            "anywhere"
        };
        String[] given = {
            "elsewhere", "root_more", "root_last", "root_choice_r", "root_list_10_b", "root_list_2_b", "root_pair_1_x",
            "root_tree_next_next_n", "root_tree_n", "root_a_b", "root_a_b_c", "root_list_2_a", "root_list", "anywhere",
            "root_choice_s", "root_pair_0", "root_first", "root_then", "root"
        };

        // When
        List<String> summary = summary(plan, data, given);

        // Then
        assertThat(summary).containsExactly(inOrder);
    }

    @Test
    void shouldSayWhatIsWrongInWhateverFormIsShown() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "object", "properties": {"x": {"description": "D", "oneOf": [
                  {"type": "string"}, {"type": "object", "properties": {"a": {"type": "string"}}}]}}}
                """);

        // When
        String single = page(plan, "{\"x\":\"text\"}", "root_x");
        String object = page(plan, "{\"x\":{\"a\":\"b\"}}", "root_x");

        // Then
        assertThat(single).containsOnlyOnce("id=\"root_x__error\"").containsOnlyOnce("id=\"root_x\"");
        assertThat(object).containsOnlyOnce("id=\"root_x__error\"");
    }
}
