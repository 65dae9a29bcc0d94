package dev.platen.benchmarks.compile;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A document of about 20 KB: two hundred fields in twenty groups, fifty of them with choices. */
final class CompileDocument {
    private static final int GROUPS = 20;
    private static final int FIELDS = 10;
    private static final int WITH_CHOICES = 4;

    private CompileDocument() {}

    static byte[] bytes() {
        return IntStream.range(0, GROUPS)
                .mapToObj(CompileDocument::group)
                .collect(Collectors.joining(",", "{\"type\":\"object\",\"title\":\"Form\",\"properties\":{", "}}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String group(int group) {
        return IntStream.range(0, FIELDS)
                .mapToObj(field -> field(group * FIELDS + field))
                .collect(Collectors.joining(
                        ",",
                        "\"group%1$d\":{\"type\":\"object\",\"title\":\"Group %1$d\",\"properties\":{".formatted(group),
                        "}}"));
    }

    private static String field(int field) {
        String rest = field % WITH_CHOICES == 0 ? "\"enum\":[\"red\",\"green\",\"blue\"]" : "\"maxLength\":100";
        return "\"field%1$d\":{\"type\":\"string\",\"title\":\"Field %1$d\",\"description\":\"Tells %1$d\",%2$s}"
                .formatted(field, rest);
    }
}
