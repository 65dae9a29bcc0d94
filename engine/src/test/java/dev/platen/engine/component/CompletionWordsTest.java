package dev.platen.engine.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The words that the editors of the console complete: those of the library of components as it is, and those of JSON Schema, of
 * rjsf and of JSON Forms. Rewritten by {@code -Dplaten.goldens=write}.
 */
class CompletionWordsTest {
    private static final Path WORDS =
            Path.of("src/main/resources/dev/platen/engine/theme/assets/console-vocabulary.json");
    private static final List<String> OF_SCHEMAS = List.of(
            "$defs",
            "$id",
            "$ref",
            "$schema",
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "contains",
            "default",
            "dependentRequired",
            "dependentSchemas",
            "description",
            "else",
            "enum",
            "examples",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "if",
            "items",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "not",
            "oneOf",
            "pattern",
            "patternProperties",
            "prefixItems",
            "properties",
            "propertyNames",
            "readOnly",
            "required",
            "then",
            "title",
            "type",
            "uniqueItems");
    private static final List<String> OF_COMPONENTS = List.of(
            "allOf",
            "children",
            "data",
            "each",
            "expression",
            "id",
            "lazy",
            "parameters",
            "props",
            "schema",
            "slot",
            "translations",
            "type",
            "uiSchema",
            "uischema",
            "version",
            "when");
    private static final List<String> OF_HINTS = List.of(
            "elements",
            "label",
            "options",
            "rule",
            "scope",
            "type",
            "ui:autocomplete",
            "ui:autofocus",
            "ui:classNames",
            "ui:description",
            "ui:disabled",
            "ui:emptyValue",
            "ui:enumDisabled",
            "ui:enumNames",
            "ui:field",
            "ui:help",
            "ui:options",
            "ui:order",
            "ui:placeholder",
            "ui:readonly",
            "ui:submitButtonOptions",
            "ui:title",
            "ui:widget");
    private static final List<String> TYPES =
            List.of("array", "boolean", "integer", "null", "number", "object", "string");
    private static final List<String> LAYOUTS = List.of(
            "Categorization",
            "Category",
            "Control",
            "Group",
            "HorizontalLayout",
            "Label",
            "ListWithDetail",
            "VerticalLayout");
    private static final List<String> FORMATS = List.of(
            "color",
            "data-url",
            "date",
            "date-time",
            "duration",
            "email",
            "hostname",
            "idn-email",
            "ipv4",
            "ipv6",
            "json-pointer",
            "password",
            "regex",
            "time",
            "uri",
            "uri-reference",
            "uuid");
    private static final List<String> WIDGETS = List.of(
            "alt-date",
            "alt-datetime",
            "checkbox",
            "checkboxes",
            "color",
            "date",
            "date-time",
            "email",
            "file",
            "hidden",
            "password",
            "radio",
            "range",
            "rating",
            "select",
            "text",
            "textarea",
            "time",
            "updown",
            "uri");

    @Test
    void shouldOfferEveryComponentAndItsProperties() throws IOException {
        // Given
        ObjectMapper json = new ObjectMapper();

        // When
        String words = json.writerWithDefaultPrettyPrinter().writeValueAsString(words(json)) + "\n";
        if ("write".equals(System.getProperty("platen.goldens"))) {
            Files.writeString(WORDS, words);
        }

        // Then
        assertThat(words).contains("\"heading\"", "\"caption\"", "\"donut\"").isEqualTo(Files.readString(WORDS));
    }

    private static ObjectNode words(ObjectMapper json) {
        ObjectNode words = json.createObjectNode();
        ObjectNode names = words.putObject("names");
        put(names.putArray("document"), merged(List.of(OF_SCHEMAS, OF_COMPONENTS, properties())));
        put(names.putArray("hints"), OF_HINTS);
        names.putArray("data");
        ObjectNode values = words.putObject("values");
        Map<String, Collection<String>> all = new TreeMap<>(choices());
        all.put("type", merged(List.of(TYPES, LAYOUTS, Library.names())));
        all.put("format", FORMATS);
        all.put("ui:widget", WIDGETS);
        all.forEach((name, choices) -> put(values.putArray(name), choices));
        return words;
    }

    private static Stream<Property> all() {
        return Library.names().stream()
                .sorted(Comparator.naturalOrder())
                .flatMap(name -> Library.find(name).orElseThrow().properties().stream());
    }

    private static NavigableSet<String> properties() {
        NavigableSet<String> names = new TreeSet<>();
        all().forEach(property -> names.add(property.name()));
        return names;
    }

    private static Map<String, Collection<String>> choices() {
        Map<String, Collection<String>> choices = new TreeMap<>();
        all().filter(property -> !property.choices().isEmpty())
                .forEach(property -> choices.computeIfAbsent(property.name(), _ -> new TreeSet<>())
                        .addAll(property.choices()));
        return choices;
    }

    private static NavigableSet<String> merged(List<Collection<String>> words) {
        NavigableSet<String> merged = new TreeSet<>();
        words.forEach(merged::addAll);
        return merged;
    }

    private static void put(ArrayNode array, Collection<String> words) {
        words.forEach(array::add);
    }
}
