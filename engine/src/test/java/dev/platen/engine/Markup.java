package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page taken apart by the rules that our pages follow, which are stricter than HTML's: lower-case names, double quotes,
 * no bare special characters. Whatever breaks out of its context is found by breaking one of them.
 */
record Markup(List<Tag> tags) {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z-]+(?:=\"[^\"<>]*\")?)*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)(?:=\"([^\"<>]*)\")?");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");
    private static final List<String> HEADINGS = List.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> LABELLED = Set.of("input", "select", "textarea");

    record Tag(String name, boolean isEnd, Map<String, String> attributes) {}

    static Markup of(String html) {
        String content = html.replaceFirst("^<!DOCTYPE html>\n", "");
        List<Tag> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(content);
        int end = 0;
        while (tag.find()) {
            assertText(content.substring(end, tag.start()));
            Map<String, String> attributes = new HashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
            while (attribute.find()) {
                String value = attribute.group(2) == null ? "" : attribute.group(2);
                assertText(value);
                assertThat(attributes.put(attribute.group(1), value))
                        .as("second " + attribute.group())
                        .isNull();
            }
            tags.add(new Tag(tag.group(2), !tag.group(1).isEmpty(), attributes));
            end = tag.end();
        }
        assertText(content.substring(end));
        return new Markup(tags);
    }

    private static void assertText(String text) {
        assertThat(text).doesNotContain("<", ">", "\r", "\0");
        assertThat(text.replaceAll("&(amp|lt|gt|#34|#39|#13);", "")).doesNotContain("&");
    }

    /** The names of tags and attributes in order: what must not depend on any text. */
    List<String> structure() {
        return tags.stream()
                .map(tag -> (tag.isEnd() ? "/" : "")
                        + tag.name()
                        + new ArrayList<>(tag.attributes().keySet())
                                .stream().sorted().toList())
                .toList();
    }

    /** Nesting, distinct ids, a label for every control, references that lead somewhere, headings in order, legends in place. */
    void verify() {
        assertNested();
        List<String> ids = values("id");
        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).isNotEmpty().doesNotContainPattern("[ \\t\\n\\f\\r]"));
        assertThat(ids).containsAll(values("for"));
        assertHeadings();
        assertLegends();
        assertThat(ids)
                .containsAll(values("href").stream()
                        .filter(href -> href.startsWith("#"))
                        .map(href -> href.substring(1))
                        .toList());
        for (String reference : List.of("aria-describedby", "aria-labelledby", "list")) {
            for (String value : values(reference)) {
                assertThat(ids).containsAll(Arrays.asList(value.split(" ")));
            }
        }
        List<String> labelled = values("for");
        tags.stream()
                .filter(tag -> !tag.isEnd() && LABELLED.contains(tag.name()))
                .filter(tag -> !"hidden".equals(tag.attributes().get("type")))
                .filter(tag -> !tag.attributes().containsKey("hidden"))
                .filter(tag -> !tag.attributes().containsKey("aria-label")
                        && !tag.attributes().containsKey("aria-labelledby"))
                .forEach(tag -> assertThat(labelled).contains(tag.attributes().get("id")));
    }

    /** No level is left out on the way down. */
    private void assertHeadings() {
        int before = 0;
        for (Tag tag : tags) {
            int level = HEADINGS.indexOf(tag.name()) + 1;
            if (level == 0 || tag.isEnd()) {
                continue;
            }
            assertThat(level).as("level of a heading after level " + before).isLessThanOrEqualTo(before + 1);
            before = level;
        }
    }

    /** A legend is what its frame begins with: elsewhere it names nothing. */
    private void assertLegends() {
        for (int index = 0; index < tags.size(); index++) {
            Tag tag = tags.get(index);
            if (tag.name().equals("legend") && !tag.isEnd()) {
                Tag before = tags.get(index - 1);
                assertThat(before.name()).as("the tag before a legend").isEqualTo("fieldset");
                assertThat(before.isEnd()).isFalse();
            }
        }
    }

    private void assertNested() {
        Deque<String> open = new ArrayDeque<>();
        for (Tag tag : tags) {
            if (tag.isEnd()) {
                assertThat(open.pop()).isEqualTo(tag.name());
            } else if (!VOID.contains(tag.name())) {
                open.push(tag.name());
            }
        }
        assertThat(open).isEmpty();
    }

    private List<String> values(String attribute) {
        return tags.stream()
                .map(tag -> tag.attributes().get(attribute))
                .filter(value -> value != null)
                .toList();
    }
}
