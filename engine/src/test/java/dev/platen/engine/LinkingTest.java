package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.flow.Presentation.Layout;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Names;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Parts;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.Role;
import dev.platen.engine.link.LinkedPlan;
import dev.platen.engine.link.LinkedPlans;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import dev.platen.engine.theme.Theme;
import dev.platen.engine.theme.Themes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a plan becomes for pages of one look. */
class LinkingTest {
    private static final Role FIRST = Role.PAGE;
    private static final String FORM = """
            {"schema": {"title": "T", "type": "object", "required": ["a"], "properties": {
              "a": {"type": "string", "description": "about"}, "b": {"type": "array", "items": {"type": "string"}}}}}
            """;
    private static final byte[] DATA = Pages.utf8("{\"a\": \"x\", \"b\": [\"y\", \"z\"]}");
    private static final View WRONG = new View(Map.of("root_a", List.of("no")), Map.of(), Map.of(), Set.of());
    private static final Theme PLAIN = Themes.find("plain").orElseThrow();

    private static List<Presentation> looks() {
        List<Presentation> looks = new ArrayList<>();
        for (String theme : Themes.names()) {
            for (String locale : List.of("en", "de-AT", "ar")) {
                for (Layout layout : Layout.values()) {
                    looks.add(new Presentation(locale, theme, layout));
                }
            }
        }
        return looks;
    }

    private static String page(Renderer renderer, Plan plan, View view, Presentation look) {
        WholePage page = new WholePage();
        renderer.render(plan, DATA, view, look, page);
        return new String(page.toBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void shouldWriteTheSameWhateverWasLinkedBefore() {
        // Given
        Plan plan = Pages.plan(FORM);
        Renderer used = new Renderer(Limits.DEFAULT, "/assets/");

        for (int round = 0; round < 2; round++) {
            for (Presentation look : looks()) {
                // When
                String right = page(used, plan, View.NONE, look);
                String wrong = page(used, plan, WRONG, look);

                // Then
                Renderer fresh = new Renderer(Limits.DEFAULT, "/assets/");
                assertThat(right).isEqualTo(page(fresh, plan, View.NONE, look)).doesNotContain("root_a__error");
                assertThat(wrong).isEqualTo(page(fresh, plan, WRONG, look)).contains("root_a__error");
                assertThat(right.startsWith("<!DOCTYPE")).isEqualTo(look.layout() == Layout.PAGE);
            }
        }
    }

    @Test
    void shouldMakeOneInstructionOfWhatNeverChanges() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "page", "props": {"title": "T"}, "children": [
                  {"type": "text", "props": {"text": "one"}}, {"type": "badge", "props": {"text": "two"}}]}
                """);
        LinkedPlans links = new LinkedPlans("/assets/", 100_000);

        // When
        LinkedPlan linked = links.link(plan, Presentation.DEFAULT, PLAIN, false, false);

        // Then
        assertThat(plan.code()).hasSizeGreaterThan(10);
        assertThat(linked.code()).hasSize(4).startsWith(Op.STATIC).endsWith(Op.END);
    }

    @Test
    void shouldLinkOnceForALookAndForgetWhatWasNotUsedForLong() {
        // Given
        Plan plan = Pages.plan(FORM);
        LinkedPlans links = new LinkedPlans("/assets/", 100_000);

        // When
        LinkedPlan first = links.link(plan, Presentation.DEFAULT, PLAIN, false, false);
        LinkedPlan again = links.link(plan, Presentation.DEFAULT, PLAIN, false, false);
        IntStream.range(100, 300)
                .mapToObj(i -> new Presentation("en-x" + i, "plain", Layout.PAGE))
                .forEach(look -> links.link(plan, look, PLAIN, false, false));
        LinkedPlan muchLater = links.link(plan, Presentation.DEFAULT, PLAIN, false, false);

        // Then
        assertThat(again).isSameAs(first);
        assertThat(muchLater).isNotSameAs(first);
        assertThat(muchLater.code()).isEqualTo(first.code());
    }

    @Test
    void shouldStaySmallWhereAPlanRepeatsItself() {
        // Given
        byte[] segments = new byte[50_000];
        Arrays.fill(segments, (byte) 'x');
        List<Integer> code = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            code.addAll(List.of(Op.STATIC, i, segments.length - i, Op.CLASSES, 0));
        }
        code.add(Op.END);
        Plan plan = new Plan(
                "",
                Pages.NO_DATA,
                segments,
                code.stream().mapToInt(Integer::intValue).toArray(),
                List.of(),
                new Names(List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Parts.NONE,
                List.of());

        // When
        LinkedPlan linked = new LinkedPlans("/assets/", 1).link(plan, Presentation.DEFAULT, PLAIN, false, false);

        // Then
        assertThat(linked.segments()).hasSizeLessThan(10 * segments.length);
        assertThat(page(new Renderer(Limits.DEFAULT, "/assets/"), plan, View.NONE, Presentation.DEFAULT))
                .hasSize(IntStream.range(0, 1_000).map(i -> segments.length - i).sum()
                        + 1_000 * PLAIN.classes(FIRST).length());
    }
}
