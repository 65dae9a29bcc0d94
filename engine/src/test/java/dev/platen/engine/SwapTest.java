package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.PostedPage.Button;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a button replaces where there are scripts is all that it makes look different: the page is then as if rendered whole. */
class SwapTest {
    private static final Presentation SCRIPTED = new Presentation("en", "bootstrap", Presentation.Layout.PAGE);
    private static final Renderer RENDERER = new Renderer(Limits.DEFAULT, "/assets/");
    private static final Submission SUBMISSION = new Submission(Limits.DEFAULT);
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)([^<>]*)>");
    /** What a page keeps of parts without members in it says the same beside members that were made since. */
    private static final Pattern KEPT = Pattern.compile("<input type=\"hidden\" name=\"[^\"]*__kept\"[^>]*>");

    private static final int FORMS = 150;
    private static final int BUTTONS = 25;

    /** A button with what it replaces: empty where there are no scripts for it. */
    private record Swapping(Button button, String target, String replaced, int at) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"properties\":{\"l\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"s\":{\"type\":\"string\"}}} | closest fieldset",
                "{\"properties\":{\"l\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"if\":{\"required\":[\"s\"]},\"then\":{\"properties\":{\"t\":{\"type\":\"string\"}}}} | closest fieldset",
                "{\"properties\":{\"l\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"if\":{\"required\":[\"l\"]},\"then\":{\"properties\":{\"t\":{\"type\":\"string\"}}}} | closest #root",
                "{\"properties\":{\"o\":{\"type\":\"object\",\"properties\":{\"l\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}}} | closest #root",
                "{\"required\":[\"o\"],\"properties\":{\"o\":{\"type\":\"object\",\"properties\":{\"l\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}}} | closest fieldset",
            })
    void shouldReplaceWhatDependsOnTheData(String members, String target) {
        // Given
        String document = "{\"type\":\"object\"," + members.substring(1);

        // When
        List<Swapping> found = swappings(page(Pages.plan(document), "{}", View.NONE));

        // Then
        assertThat(found)
                .filteredOn(each -> each.button().name().equals("_add"))
                .extracting(Swapping::target)
                .containsExactly(target);
    }

    @ParameterizedTest
    @CsvSource({"form,closest #form", "a.b,''", "a#b,''"})
    void shouldNameTheFormBySelectorsThatAreValid(String id, String target) {
        // Given
        String document = """
                {"schema": {"type": "object", "properties": {"l": {"type": "array", "items": {"type": "string"}}},
                  "if": {"required": ["l"]}, "then": {"properties": {"t": {"type": "string"}}}},
                 "uiSchema": {"ui:rootFieldId": "%s"}}
                """.formatted(id);

        // When
        List<Swapping> found = swappings(page(Pages.plan(document), "{}", View.NONE));

        // Then
        assertThat(found).extracting(Swapping::target).containsExactly(target);
    }

    @Test
    void shouldShowTheWholePageWhereNothingLessWillDo() {
        // Given
        Plan plan = Pages.plan("""
                {"type": "page", "props": {"title": "P"}, "schema": {"type": "object", "properties": {
                    "l": {"type": "array", "items": {"type": "string"}},
                    "m": {"type": "array", "items": {"type": "string"}}}},
                 "children": [
                   {"type": "text", "when": "size(data.l) > 0", "props": {"text": "Full."}}, {"type": "form"}]}
                """);

        // When
        List<Swapping> found = swappings(page(plan, "{\"l\":[],\"m\":[]}", View.NONE));

        // Then
        assertThat(found)
                .extracting(each -> each.button().value(), Swapping::target)
                .contains(tuple("root_l", ""), tuple("root_m", "closest fieldset"));
    }

    @Test
    void shouldMakeThePageThatIsRenderedWhole() {
        IntStream.range(0, FORMS).forEach(seed -> {
            Forms forms = new Forms(new Random(seed));
            String document = forms.document();
            Plan plan = Pages.plan(document);
            for (String data : List.of("{}", forms.object(3), forms.object(3))) {
                verify(plan, document, data);
            }
        });
    }

    private static void verify(Plan plan, String document, String data) {
        String before = page(plan, shown(plan, shown(plan, data)), View.NONE);
        PostedPage posted = PostedPage.of(before);
        swappings(before).stream()
                .limit(BUTTONS)
                .filter(each -> !each.target().isEmpty())
                .forEach(each -> {
                    Post post = posted.post(each.button());
                    byte[] body = each.replaced().isEmpty()
                            ? post.body()
                            : (new String(post.body(), UTF_8) + "&_replaced=" + each.replaced()).getBytes(UTF_8);
                    Applied applied = (Applied) SUBMISSION.apply(plan, post.mediaType(), body, Pages.NO_DATA);
                    View view = new View(
                            Map.of(),
                            applied.state().choices(),
                            applied.state().pages(),
                            applied.state().open());
                    String after = new String(applied.data(), UTF_8);
                    String swapped = swapped(before, each, part(plan, applied.data(), view, applied.replaced()));
                    assertThat(comparable(swapped))
                            .as("%s\n%s\n%s\n%s", document, data, each, after)
                            .isEqualTo(comparable(page(plan, after, view)));
                });
    }

    /** What the page shows of the data. */
    private static String shown(Plan plan, String data) {
        Post post = PostedPage.of(page(plan, data, View.NONE)).post();
        Applied applied = (Applied) SUBMISSION.apply(plan, post.mediaType(), post.body(), Pages.NO_DATA);
        return new String(applied.data(), UTF_8);
    }

    private static String comparable(String page) {
        return Pages.readable(KEPT.matcher(page).replaceAll(""));
    }

    private static String page(Plan plan, String data, View view) {
        WholePage page = new WholePage();
        assertThat(RENDERER.render(plan, data.getBytes(UTF_8), view, SCRIPTED, page))
                .isInstanceOf(Rendered.class);
        return new String(page.toBytes(), UTF_8);
    }

    private static String part(Plan plan, byte[] data, View view, String id) {
        WholePage page = new WholePage();
        assertThat(RENDERER.renderPart(plan, data, view, SCRIPTED, id, page))
                .as(id)
                .isInstanceOf(Rendered.class);
        return new String(page.toBytes(), UTF_8);
    }

    private static List<Swapping> swappings(String page) {
        List<Swapping> found = new ArrayList<>();
        Matcher tag = TAG.matcher(page);
        while (tag.find()) {
            if (tag.group(2).equals("button")
                    && tag.group(1).isEmpty()
                    && tag.group(3).contains(" name=\"")) {
                String values = attribute(tag.group(3), "hx-vals");
                found.add(new Swapping(
                        new Button(attribute(tag.group(3), "name"), attribute(tag.group(3), "value")),
                        attribute(tag.group(3), "hx-target"),
                        values.replace("{&#34;_replaced&#34;:&#34;", "").replace("&#34;}", ""),
                        tag.start()));
            }
        }
        return found;
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : "";
    }

    /** The page after the innermost element that the target names was replaced. */
    private static String swapped(String page, Swapping swapping, String part) {
        boolean isRoot = swapping.target().equals("closest #root");
        String element = isRoot ? "fieldset" : swapping.target().replace("closest ", "");
        List<Integer> open = new ArrayList<>();
        int start = -1;
        int depth = 0;
        Matcher tag = TAG.matcher(page);
        while (tag.find()) {
            if (start < 0 && tag.start() >= swapping.at()) {
                start = isRoot ? open.getFirst() : open.getLast();
                depth = isRoot ? 1 : open.size();
            }
            if (!tag.group(2).equals(element)) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                open.add(tag.start());
            } else {
                open.removeLast();
                if (start >= 0 && open.size() < depth) {
                    return page.substring(0, start) + part + page.substring(tag.end());
                }
            }
        }
        throw new AssertionError("nothing to replace: " + swapping);
    }

    /** Makes up forms in which much depends on other things. */
    private record Forms(Random random) {
        private static final List<String> NAMES = List.of("a", "b", "c", "d");

        String document() {
            String definitions = "\"$defs\":{\"r\":%s}".formatted(object(2, 1));
            if (random.nextInt(3) > 0) {
                String schema = object(3, 1);
                return schema.substring(0, schema.length() - 1) + "," + definitions + "}";
            }
            return """
                    {"schema": %s, "uischema": {"type": "VerticalLayout", "elements": [%s, %s, %s]}}
                    """.formatted(object(2, 0), element(), element(), element());
        }

        private String element() {
            return "{\"type\": \"Control\", \"scope\": \"#/properties/%s\"%s}"
                    .formatted(pick(NAMES), random.nextBoolean() ? "" : ", \"rule\": " + rule());
        }

        private String rule() {
            return "{\"effect\": \"%s\", \"condition\": {\"scope\": \"#/properties/%s\", \"schema\": %s, \"failWhenUndefined\": %s}}"
                    .formatted(
                            pick(List.of("SHOW", "HIDE", "ENABLE", "DISABLE")),
                            pick(NAMES),
                            check(),
                            random.nextBoolean());
        }

        private String schema(int depth, int routines) {
            return switch (random.nextInt(depth <= 0 ? 3 : 8)) {
                case 0 -> "{\"type\": \"string\"}";
                case 1 -> "{\"type\": \"boolean\"}";
                case 2 -> routines > 0 ? "{\"$ref\": \"#/$defs/r\"}" : "{\"type\": \"number\", \"default\": 1}";
                case 3, 4 -> object(depth - 1, routines);
                case 5, 6 -> "{\"type\": \"array\", \"items\": %s}".formatted(schema(depth - 1, routines));
                default -> "{\"oneOf\": [%s, %s]}".formatted(object(depth - 1, routines), schema(0, 0));
            };
        }

        private String object(int depth, int routines) {
            String properties = NAMES.stream()
                    .filter(name -> random.nextInt(4) > 0)
                    .map(name -> "\"%s\": %s".formatted(name, schema(depth - 1, routines)))
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
            String condition = random.nextInt(3) > 0
                    ? ""
                    : ", \"if\": {\"required\": [\"%s\"], \"properties\": {\"%s\": %s}}, \"then\": {\"properties\": {\"t\": {\"type\": \"string\"}}}"
                            .formatted(pick(NAMES), pick(NAMES), check());
            return "{\"type\": \"object\"%s, \"properties\": {%s}%s}"
                    .formatted(random.nextBoolean() ? ", \"required\": [\"a\", \"b\"]" : "", properties, condition);
        }

        private String check() {
            return pick(List.of(
                    "true",
                    "{\"minItems\": 1}",
                    "{\"maxItems\": 1}",
                    "{\"type\": \"object\"}",
                    "{\"const\": true}",
                    "{\"required\": [\"a\"]}",
                    "{\"properties\": {\"b\": {\"minItems\": 2}}}"));
        }

        String object(int depth) {
            return NAMES.stream()
                    .filter(name -> random.nextBoolean())
                    .map(name -> "\"%s\": %s".formatted(name, value(depth - 1)))
                    .reduce((one, other) -> one + ", " + other)
                    .map(members -> "{" + members + "}")
                    .orElse("{}");
        }

        private String value(int depth) {
            return switch (random.nextInt(depth <= 0 ? 3 : 6)) {
                case 0 -> "\"text\"";
                case 1 -> "true";
                case 2 -> "[]";
                case 3 -> "[%s, %s]".formatted(value(depth - 1), value(depth - 1));
                default -> object(depth - 1);
            };
        }

        private String pick(List<String> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
