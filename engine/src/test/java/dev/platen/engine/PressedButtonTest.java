package dev.platen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.engine.FittingForms.Made;
import dev.platen.engine.PostedPage.Button;
import dev.platen.engine.submit.Action;
import dev.platen.engine.submit.Submission;
import dev.platen.engine.submit.SubmissionOutcome.Applied;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every button of pages of forms that nobody would write does what a model of it does to the data, and nothing else. */
class PressedButtonTest {
    private static final int ROUNDS = 100;
    private static final Submission SUBMISSION = new Submission(Limits.DEFAULT);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Applied applied(Plan plan, Post post, String base) {
        return (Applied) SUBMISSION.apply(plan, post.mediaType(), post.body(), base.getBytes(UTF_8));
    }

    @Test
    void shouldDoWhatTheModelDoes() {
        int pressed = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Made made = new FittingForms(seed, false).form();
            Plan plan = Pages.plan(seed % 2 == 0 ? made.schema() : made.folded());
            PostedPage page = PostedPage.of(Pages.fragment(plan, made.data()));
            for (Button button : page.buttons()) {
                try {
                    press(plan, page, button, made.data());
                } catch (AssertionError | RuntimeException failure) {
                    throw new AssertionError(
                            "seed %d, %s%nschema: %s%ndata: %s".formatted(seed, button, made.schema(), made.data()),
                            failure);
                }
                pressed++;
            }
        }
        assertThat(pressed).isGreaterThan(2 * ROUNDS);
    }

    private static void press(Plan plan, PostedPage page, Button button, String data) {
        // When
        Applied applied = applied(plan, page.post(button), data);

        // Then
        String after = new String(applied.data(), UTF_8);
        boolean isSubmit = button.name().isEmpty();
        assertThat(applied.action()).isInstanceOf(isSubmit ? Action.Submit.class : Action.Changed.class);
        if (!button.name().equals("_choose")) {
            verify(page, button, tree(data), tree(after));
        }
        String shown = Pages.fragment(plan, after, applied.state());
        assertThat(Markup.of(shown).tags()).isNotEmpty();
        String again = posted(plan, shown, after);
        String settled = posted(plan, Pages.fragment(plan, again), again);
        assertThat(settled).as("what the changed page posts").isEqualTo(again);
    }

    private static String posted(Plan plan, String html, String base) {
        return new String(applied(plan, PostedPage.of(html).post(), base).data(), UTF_8);
    }

    /** What the button does to the value that it belongs to; what it adds may be anything. */
    private static void verify(PostedPage page, Button button, JsonNode before, JsonNode after) {
        List<String> path = path(button.value());
        String last = path.isEmpty() ? "" : path.getLast();
        List<String> around = path.isEmpty() ? path : path.subList(0, path.size() - 1);
        JsonNode expected = before.deepCopy();
        switch (button.name()) {
            case "_add" -> {
                add(at(before, path), at(after, path));
                List<String> made = firstMissing(before, path);
                assertThat(without(after, made)).isEqualTo(without(before, made));
                return;
            }
            case "_open" -> {
                boolean isMade = at(after, path).isObject(); // a part that contains itself is only shown
                List<String> made = firstMissing(before, path);
                assertThat(without(after, made)).isEqualTo(isMade ? without(before, made) : before);
                return;
            }
            case "_close" -> ((ObjectNode) at(expected, around)).remove(last);
            case "_remove", "_clear" -> {
                if (at(expected, around) instanceof ArrayNode list) {
                    list.remove(Integer.parseInt(last));
                } else {
                    ((ObjectNode) at(expected, around)).remove(last);
                }
            }
            case "_copy" -> {
                int index = Integer.parseInt(last);
                ((ArrayNode) at(expected, around)).insert(index + 1, at(before, path));
            }
            case "_up" -> move(page, button, (ArrayNode) at(expected, around), Integer.parseInt(last), -1);
            case "_down" -> move(page, button, (ArrayNode) at(expected, around), Integer.parseInt(last), 1);
            default -> {} // it only changes what is seen
        }
        assertThat(after).isEqualTo(expected);
    }

    private static void add(JsonNode before, JsonNode after) {
        int places = 2; // of every tuple; those that are free are filled first
        assertThat(after.size()).isIn(before.size() + 1, Math.max(places, before.size()) + 1);
        if (after instanceof ArrayNode list) {
            for (int i = 0; i < before.size(); i++) {
                assertThat(list.get(i)).isEqualTo(before.get(i));
            }
        } else {
            before.properties()
                    .forEach(member -> assertThat(after.get(member.getKey())).isEqualTo(member.getValue()));
        }
    }

    /** Items change places with those that can be moved too, which the places of a tuple cannot. */
    private static void move(PostedPage page, Button button, ArrayNode list, int one, int step) {
        String id = button.value();
        String other = id.substring(0, id.lastIndexOf('_') + 1) + (one + step);
        if (page.buttons().contains(new Button(button.name(), other))) {
            JsonNode moved = list.get(one);
            list.set(one, list.get(one + step));
            list.set(one + step, moved);
        }
    }

    private static JsonNode without(JsonNode whole, List<String> path) {
        JsonNode copy = whole.deepCopy();
        if (path.isEmpty()) {
            return MissingNode.getInstance();
        }
        switch (at(copy, path.subList(0, path.size() - 1))) {
            case ObjectNode object -> object.remove(path.getLast());
            case ArrayNode list -> list.remove(Integer.parseInt(path.getLast()));
            default -> {}
        }
        return copy;
    }

    /** The path as far as there was something: what a button adds to may have to be made first. */
    private static List<String> firstMissing(JsonNode before, List<String> path) {
        int length = 1;
        while (length < path.size() && !at(before, path.subList(0, length)).isMissingNode()) {
            length++;
        }
        return path.subList(0, Math.min(length, path.size()));
    }

    private static JsonNode at(JsonNode whole, List<String> path) {
        JsonNode node = whole;
        for (String step : path) {
            node = node instanceof ArrayNode ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    /** Ids of these forms tell their paths. */
    private static List<String> path(String id) {
        return Arrays.stream(id.split("_", -1))
                .skip(1)
                .map(step -> URLDecoder.decode(step.replace("+", "%2B"), UTF_8))
                .toList();
    }

    @Test
    void shouldSwitchBetweenAlternativesAndBack() {
        int switched = 0;
        for (int seed = 0; seed < 4 * ROUNDS; seed++) {
            Made made = new FittingForms(seed, false).form();
            Plan plan = Pages.plan(made.schema());
            PostedPage page = PostedPage.of(Pages.fragment(plan, made.data()));
            for (Button button : page.buttons()) {
                if (button.name().equals("_choose")) {
                    try {
                        choose(plan, page, button, made.data());
                    } catch (AssertionError | RuntimeException failure) {
                        throw new AssertionError(
                                "seed %d, %s%nschema: %s%ndata: %s".formatted(seed, button, made.schema(), made.data()),
                                failure);
                    }
                    switched++;
                }
            }
        }
        assertThat(switched).isGreaterThan(20);
    }

    private static void choose(Plan plan, PostedPage page, Button button, String data) {
        String select = button.value() + "__oneof_select";
        String chosen = page.shown(select).orElseThrow();
        for (String other : List.of("0", "1", "2")) {
            // When
            Applied applied = applied(plan, page.enter(select, other).post(button), data);
            String after = new String(applied.data(), UTF_8);
            PostedPage shown = PostedPage.of(Pages.fragment(plan, after, applied.state()));
            String seen = shown.shown(select).orElseThrow();
            Applied back = applied(plan, shown.enter(select, chosen).post(button), after);

            // Then
            assertThat(seen).isEqualTo(other);
            List<String> path = path(button.value());
            JsonNode both = at(tree(data), path).path("both");
            if (!other.equals("2") && !both.isMissingNode()) {
                assertThat(at(tree(after), path).path("both")).isEqualTo(both);
                assertThat(at(tree(new String(back.data(), UTF_8)), path).path("both"))
                        .isEqualTo(both);
            }
        }
    }
}
