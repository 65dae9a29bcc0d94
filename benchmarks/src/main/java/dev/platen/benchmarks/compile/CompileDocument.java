package dev.platen.benchmarks.compile;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents of about 20 KB. */
enum CompileDocument {
    /** A JSON Schema. */
    FORM("220 nodes, no expression") {
        @Override
        String text() {
            return joined(
                    GROUPS, CompileDocument::group, "{\"type\":\"object\",\"title\":\"Form\",\"properties\":{", "}}");
        }
    },
    /** A tree of components. */
    PAGE("200 nodes, 50 expressions") {
        @Override
        String text() {
            return joined(SECTIONS, CompileDocument::section, "{\"type\":\"page\",\"children\":[", "]}");
        }
    };

    private static final int GROUPS = 20;
    private static final int FIELDS = 10;
    private static final int WITH_CHOICES = 4;
    private static final int SECTIONS = 10;
    private static final int CARDS = 5;

    private final String contents;

    CompileDocument(String contents) {
        this.contents = contents;
    }

    abstract String text();

    /** What is in it. */
    String contents() {
        return contents;
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    private static String joined(int count, IntFunction<String> part, String before, String after) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(",", before, after));
    }

    private static String group(int group) {
        return joined(
                FIELDS,
                field -> field(group * FIELDS + field),
                "\"group%1$d\":{\"type\":\"object\",\"title\":\"Group %1$d\",\"properties\":{".formatted(group),
                "}}");
    }

    private static String field(int field) {
        String rest = field % WITH_CHOICES == 0 ? "\"enum\":[\"red\",\"green\",\"blue\"]" : "\"maxLength\":100";
        return "\"field%1$d\":{\"type\":\"string\",\"title\":\"Field %1$d\",\"description\":\"Tells %1$d\",%2$s}"
                .formatted(field, rest);
    }

    private static String section(int section) {
        return joined(
                CARDS,
                card -> card(section * CARDS + card),
                "{\"type\":\"section\",\"props\":{\"title\":\"Section %d\"},\"children\":[".formatted(section),
                "]}");
    }

    private static String card(int card) {
        return """
                {"type":"card","id":"card-%1$d","props":{"title":"Title of the card with the number %1$d"},"children":[\
                {"type":"text","props":{"text":"This text never changes, and it is as long as texts on cards are: number %1$d."}},\
                {"type":"badge","when":"data.figures.size() > %1$d && data.unit == 'kg'","props":{"text":"heavy"}},\
                {"type":"link","props":{"href":"/cards/%1$d","text":"More about this"}}]}""".formatted(card);
    }
}
