package dev.platen.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up schemas together with data that fits them; the same seed makes up the same. */
final class FittingForms {
    /** Each of one letter, so that ids tell paths. */
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g");

    private final Random random;
    private final boolean isWhole;

    /**
     * @param isWhole whether only such data is made that a page shows as it is: neither empty texts nor absent values where
     *     there are empty ones
     */
    FittingForms(long seed, boolean isWhole) {
        this.random = new Random(seed);
        this.isWhole = isWhole;
    }

    /** A schema, and data that fits it. */
    record Made(String schema, String data) {
        /** A form in which optional objects are only on the page where they are there. */
        String folded() {
            return "{\"schema\": %s, \"uiSchema\": {\"ui:globalOptions\": {\"enableOptionalDataFieldForType\": [\"object\"]}}}"
                    .formatted(schema);
        }
    }

    Made form() {
        Made made = object(3, "\"$defs\": {\"r\": %s}, ".formatted(recursive()));
        return new Made(made.schema(), made.data());
    }

    private static String recursive() {
        return "{\"type\": \"object\", \"properties\": {\"v\": {\"type\": \"string\"}, \"n\": {\"$ref\": \"#/$defs/r\"},"
                + " \"k\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/r\"}}}}";
    }

    private Made value(int depth) {
        return switch (random.nextInt(depth <= 0 ? 14 : 24)) {
            case 0, 1, 2 -> new Made("{\"type\": \"string\"}", text());
            case 3 -> new Made("{\"type\": \"integer\"}", pick("0", "-7", "12", "1e2"));
            case 4 -> new Made("{\"type\": \"number\"}", pick("1.50", "-0.0", "3e-1", "10"));
            case 5, 6 -> new Made("{\"type\": \"boolean\"}", pick("true", "false"));
            case 7 -> new Made("{\"enum\": [\"x\", \"y z\", \"<&\"]}", pick("\"x\"", "\"y z\"", "\"<&\""));
            case 8 ->
                new Made(
                        "{\"enum\": [{\"k\": 1, \"a\": [true]}, {\"k\": 2}, [3]]}",
                        pick("{\"a\":[true],\"k\":1}", "{\"k\":2}", "[3]"));
            case 9 ->
                new Made(
                        "{\"type\": \"array\", \"uniqueItems\": true, \"items\": {\"enum\": [\"p\", \"q\", \"r\"]}}",
                        pick("[]", "[\"p\"]", "[\"r\",\"p\"]", "[\"p\",\"q\",\"r\"]"));
            case 10 -> new Made("{\"type\": [\"string\", \"null\"]}", pick("null", "\"n\""));
            case 11 -> formatted();
            case 12 -> fixed();
            case 13 -> isWhole ? fixed() : new Made("{\"type\": \"null\"}", "null");
            case 14, 15, 16 -> object(depth - 1, "");
            case 17, 18 -> list(depth - 1);
            case 19 -> tuple(depth - 1);
            case 20 -> entries(depth - 1);
            case 21 -> choice();
            case 22 -> new Made("{\"$ref\": \"#/$defs/r\"}", tree(2));
            default -> conditional();
        };
    }

    private String text() {
        return isWhole
                ? pick("\"t\"", "\"<b> & \\\"q\\\" 'a'\"", "\"\u00fc \ud83d\ude00\"")
                : pick("\"t\"", "\"\"", "\" spaces \"", "\"line\\nline\\r\\nline\"", "\"\\u0000\\ud800\"");
    }

    private Made formatted() {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Made(
                        "{\"type\": \"string\", \"format\": \"date-time\"}",
                        isWhole ? "\"2024-05-06T07:08:09Z\"" : "\"2024-05-06T07:08:09.120+02:00\"");
            case 1 -> new Made("{\"type\": \"string\", \"format\": \"date\"}", "\"2024-02-29\"");
            case 2 -> new Made("{\"type\": \"string\", \"format\": \"email\"}", "\"a@b.example\"");
            default -> new Made("{\"type\": \"string\", \"format\": \"data-url\"}", "\"data:text/plain;base64,YQ==\"");
        };
    }

    private Made fixed() {
        return switch (random.nextInt(isWhole ? 1 : 4)) {
            case 0 -> new Made("{\"const\": \"fixed\"}", "\"fixed\"");
            case 1 -> new Made("{\"type\": \"string\", \"readOnly\": true}", "\"kept\"");
            case 2 -> new Made("{\"enum\": [\"u\", \"v\"], \"readOnly\": true}", "\"v\"");
            default -> new Made("{\"type\": \"boolean\", \"readOnly\": true}", pick("true", "false"));
        };
    }

    private Made object(int depth, String more) {
        List<String> names = new ArrayList<>(NAMES);
        List<String> properties = new ArrayList<>();
        List<String> members = new ArrayList<>();
        List<String> required = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String name = "\"" + names.remove(random.nextInt(names.size())) + "\"";
            Made made = value(depth - 1);
            properties.add(name + ": " + made.schema());
            boolean isRequired = random.nextInt(3) == 0 || made.schema().contains("const");
            if (isRequired) {
                required.add(name);
            }
            if (isRequired || random.nextInt(4) > 0) {
                members.add(name + ":" + made.data());
            }
        }
        return new Made(
                "{%s\"type\": \"object\", \"properties\": {%s}, \"required\": [%s]}"
                        .formatted(more, String.join(", ", properties), String.join(", ", required)),
                "{" + String.join(",", members) + "}");
    }

    private Made list(int depth) {
        Made first = value(depth);
        String more = pick("", "", ", \"maxItems\": 3", ", \"title\": \"L\"");
        int count = random.nextInt(4);
        return new Made(
                "{\"type\": \"array\"%s, \"items\": %s}".formatted(more, first.schema()),
                IntStream.range(0, count).mapToObj(i -> first.data()).collect(Collectors.joining(",", "[", "]")));
    }

    private Made tuple(int depth) {
        Made one = value(depth);
        Made rest = value(0);
        return new Made(
                "{\"type\": \"array\", \"items\": [%s, {\"type\": \"boolean\"}], \"additionalItems\": %s}"
                        .formatted(one.schema(), rest.schema()),
                pick(
                        one.schema().contains("const") ? "[%s]".formatted(one.data()) : "[]",
                        "[%s]".formatted(one.data()),
                        "[%s,false]".formatted(one.data()),
                        "[%s,true,%s,%s]".formatted(one.data(), rest.data(), rest.data())));
    }

    private Made entries(int depth) {
        Made made = value(depth);
        return new Made(
                "{\"type\": \"object\", \"additionalProperties\": %s}".formatted(made.schema()),
                pick(
                        "{}",
                        "{\"k\":%s}".formatted(made.data()),
                        "{\"x y\":%s,\"_a\":%s,\"5%%\":%s}".formatted(made.data(), made.data(), made.data())));
    }

    private Made choice() {
        return new Made(
                """
                {"oneOf": [
                  {"title": "A", "type": "object", "properties": {"s": {"type": "string"}, "both": {"type": "string"}}, "required": ["s"]},
                  {"title": "B", "type": "object", "properties": {"m": {"type": "boolean"}, "both": {"type": "string"}}, "required": ["m"]},
                  {"title": "C", "type": "array", "items": {"type": "boolean"}}]}""".replace("\n", ""),
                pick(
                        "{\"s\":\"x\"}",
                        "{\"s\":\"x\",\"both\":\"y\"}",
                        "{\"m\":true,\"both\":\"y\"}",
                        "{\"m\":false}",
                        "[true,false]"));
    }

    private Made conditional() {
        return new Made(
                """
                {"type": "object", "properties": {"c": {"type": "boolean"}},
                 "if": {"properties": {"c": {"const": true}}, "required": ["c"]},
                 "then": {"properties": {"y": {"type": "boolean"}}},
                 "else": {"properties": {"z": {"type": "boolean"}}}}""".replace("\n", ""),
                pick(
                        "{\"c\":true,\"y\":true}",
                        "{\"c\":true,\"y\":false}",
                        "{\"c\":false,\"z\":false}",
                        "{\"z\":true}"));
    }

    private String tree(int depth) {
        if (depth == 0) {
            return "{\"v\":\"leaf\"}";
        }
        return pick(
                "{\"v\":\"x\"}",
                "{\"v\":\"x\",\"n\":%s}".formatted(tree(depth - 1)),
                "{\"k\":[%s,%s]}".formatted(tree(depth - 1), tree(depth - 1)),
                "{\"n\":{}}",
                "{\"k\":[{}]}");
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
