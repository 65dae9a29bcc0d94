package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.render.RenderOutcome;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.WholePage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members are found wherever they stand in their object, and whatever stood there in the objects before. */
class MemberOrderTest {
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e", "f");
    private static final Pattern CELL = Pattern.compile("<td>([^<]*)</td>");
    private static final List<String> VALUES =
            List.of("\"x%s\"", "%s", "null", "[%s,{\"a\":1}]", "{\"b\":%s}", "{}", "[]");
    private static final Plan TABLE = Pages.plan("""
            {"type": "page", "props": {"title": "T"}, "children": [
              {"type": "table", "props": {"rows": "data.rows", "columns": [%s]}}]}
            """.formatted(COLUMNS.stream()
            .map("{\"title\": \"T\", \"value\": \"item.%s\"}"::formatted)
            .collect(Collectors.joining(","))));
    private static final Plan MANY = Pages.plan("{\"type\": \"object\", \"properties\": {%s}}"
            .formatted(IntStream.range(0, 80)
                    .mapToObj("\"n%s\": {\"type\": \"number\"}"::formatted)
                    .collect(Collectors.joining(","))));

    private static RenderOutcome render(Plan plan, String data, WholePage page) {
        return new Renderer(Limits.DEFAULT, "/assets/").render(plan, data.getBytes(UTF_8), Presentation.DEFAULT, page);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldFindMembersWhereverTheyStand(long seed) {
        // Given
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int row = 0; row < 200; row++) {
            List<String> names = new ArrayList<>(COLUMNS);
            names.add("unknown");
            Collections.shuffle(names, random);
            List<String> present = names.subList(0, random.nextInt(names.size() + 1));
            int kinds = random.nextBoolean() ? 3 : VALUES.size(); // rows of plain values, and rows of any
            List<String> values = present.stream()
                    .map(_ -> VALUES.get(random.nextInt(kinds)).formatted(random.nextInt(1000)))
                    .toList();
            rows.add(IntStream.range(0, present.size())
                    .mapToObj(i -> "\"%s\":%s".formatted(present.get(i), values.get(i)))
                    .collect(Collectors.joining(",", "{", "}")));
            COLUMNS.forEach(name -> {
                int at = present.indexOf(name);
                String value = at < 0 || values.get(at).equals("null") ? "" : values.get(at);
                expected.add(value.startsWith("\"") ? value.substring(1, value.length() - 1) : value);
            });
        }
        WholePage page = new WholePage();

        // When
        render(TABLE, "{\"rows\":[%s]}".formatted(String.join(",", rows)), page);

        // Then
        assertThat(CELL.matcher(new String(page.toBytes(), UTF_8)).results().map(cell -> cell.group(1)))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n70 n5 n70", "n5 n70 n5", "n1 n2 n1", "n79 n78 n79", "n70 n6 n71 n70", "n6 n70 n70"})
    void shouldRefuseANameThatIsUsedTwice(String names) {
        // Given
        String data = Pattern.compile(" ")
                .splitAsStream(names)
                .map("\"%s\":1"::formatted)
                .collect(Collectors.joining(",", "{", "}"));

        // When
        RenderOutcome outcome = render(MANY, data, new WholePage());

        // Then
        assertThat(outcome).isInstanceOf(RenderRejected.class);
        assertThat(((RenderRejected) outcome).problem().detail()).contains("is used twice in one object");
    }

    @Test
    void shouldTakeNamesInAnyOrder() {
        // Given
        List<String> names = new ArrayList<>(
                IntStream.range(0, 80).mapToObj("n%s"::formatted).toList());
        Collections.shuffle(names, new Random(1));
        String data = names.stream()
                .map(name -> "\"%s\":%s".formatted(name, name.substring(1)))
                .collect(Collectors.joining(",", "{", "}"));
        WholePage page = new WholePage();

        // When
        render(MANY, data, page);

        // Then
        String html = new String(page.toBytes(), UTF_8);
        IntStream.range(0, 80).forEach(i -> assertThat(html)
                .contains("id=\"root_n%s\"".formatted(i))
                .contains("value=\"%s\"".formatted(i)));
    }
}
