package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every word of the vocabularies of rjsf and JSON Forms changes the plan of the page that it stands in, or is told in the documentation
 * with the reason why it does not.
 */
class VocabularyTest {
    private static final Path RESOURCES = Path.of("src/test/resources/VocabularyTest");
    private static final String OTHER = "noSuchWord";
    private static final String DATA_SCHEMA = """
            {"type": "object", "required": ["m"], "properties": {
              "s": {"type": "string", "description": "about"}, "m": {"type": "string", "maxLength": 5},
              "n": {"type": "number", "minimum": 0, "maximum": 50, "default": 5}, "b": {"type": "boolean"},
              "e": {"enum": ["x", "y"]}, "d": {"type": "string", "format": "date"},
              "t": {"type": "string", "format": "time"}, "dt": {"type": "string", "format": "date-time"},
              "l": {"type": "array", "items": {"type": "object", "properties": {
                "o": {"type": "string"}, "t": {"type": "string"}}}}}}
            """;
    private static final String DATA = """
            {"s": "text", "m": " ab ", "b": true, "e": "x", "l": [{"o": "first", "t": "label"}, {"o": "second"}]}
            """;

    /** A word and a document in which it stands. */
    private record Case(String word, String document) {}

    @TestFactory
    Stream<DynamicTest> shouldReadTheWordsOfUiSchemas() {
        return uiSchemas("uischema.txt")
                .map(each -> DynamicTest.dynamicTest(
                        each.word(), () -> assertThat(plan(each.document())).isNotEqualTo(plan(without(each)))));
    }

    @TestFactory
    Stream<DynamicTest> shouldReadTheWordsOfJsonForms() {
        return layouts("jsonforms.txt")
                .map(each -> DynamicTest.dynamicTest(
                        each.word(), () -> assertThat(plan(each.document())).isNotEqualTo(plan(without(each)))));
    }

    @TestFactory
    Stream<DynamicTest> shouldTellWhichWordsHaveNoEffect() {
        String documentation = read(Path.of("..", "docs", "conformance.md"));
        return Stream.concat(uiSchemas("uischema-without-effect.txt"), layouts("jsonforms-without-effect.txt"))
                .map(each -> DynamicTest.dynamicTest(each.word(), () -> {
                    assertThat(plan(each.document())).isEqualTo(plan(without(each)));
                    assertThat(documentation).contains("`" + each.word() + "`");
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldKnowTheWidgetsOfEveryType() {
        return lines("uischema-widgets.txt").flatMap(line -> {
            List<String> names = List.of(line.split(" ", -1));
            return names.subList(1, names.size()).stream()
                    .map(widget -> DynamicTest.dynamicTest(line.split(" ", -1)[0] + " " + widget, () -> {
                        Compiled compiled = Pages.compiled(widget(names.getFirst(), widget));
                        assertThat(compiled.warnings())
                                .extracting(Diagnostic::code)
                                .doesNotContain("unknown-widget");
                    }));
        });
    }

    private static byte[] widget(String type, String widget) {
        String more =
                switch (type) {
                    case "array" -> ", \"uniqueItems\": true, \"items\": " + items(widget);
                    case "boolean" -> "";
                    default -> widget.matches("radio|select") ? ", \"enum\": [1, \"a\"]" : "";
                };
        return Pages.utf8("{\"schema\": {\"type\": \"%s\"%s}, \"uiSchema\": {\"ui:widget\": \"%s\"}}"
                .formatted(type, more, widget));
    }

    private static String items(String widget) {
        return widget.equals("files") ? "{\"type\": \"string\", \"format\": \"data-url\"}" : "{\"enum\": [\"a\"]}";
    }

    private static Stream<Case> uiSchemas(String file) {
        return lines(file).map(line -> {
            String[] columns = line.split(" \\| ", -1);
            String document = columns.length == 2
                    ? columns[1]
                    : "{\"schema\": {\"type\": \"object\", \"properties\": {\"x\": %s}}, \"uiSchema\": {\"x\": %s}, \"data\": {%s}}"
                            .formatted(columns[1], columns[2], columns[3].equals("null") ? "" : "\"x\": " + columns[3]);
            return new Case(columns[0], document);
        });
    }

    private static Stream<Case> layouts(String file) {
        return lines(file).map(line -> {
            String[] columns = line.split(" \\| ", -1);
            return new Case(
                    columns[0],
                    "{\"schema\": %s, \"uischema\": %s, \"data\": %s, \"translations\": {\"en\": {\"key.label\": \"Translated\"}}}"
                            .formatted(DATA_SCHEMA, columns[1], DATA));
        });
    }

    /** The same document with a word that nobody knows. */
    private static String without(Case each) {
        int layout = Math.max(
                each.document().indexOf("\"uiSchema\""), each.document().indexOf("\"uischema\""));
        String changed = each.document()
                .substring(layout + 10)
                .replaceFirst("\"(ui:)?" + each.word() + "\"", "\"$1" + OTHER + "\"");
        assertThat(changed).contains(OTHER);
        return each.document().substring(0, layout + 10) + changed;
    }

    private static byte[] plan(String document) {
        return Pages.compiled(Pages.utf8(document)).encodedPlan();
    }

    private static Stream<String> lines(String file) {
        return Arrays.stream(read(RESOURCES.resolve(file)).split("\n", -1)).filter(line -> !line.isEmpty());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
