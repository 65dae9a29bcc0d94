package dev.platen.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up schemas and data, awkward ones above all; the same seed makes up the same. */
final class RandomForms {
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "a_b",
            "a_0",
            "0",
            "1",
            "a__title",
            "a-0",
            "a b",
            "",
            "~",
            "a/b",
            "\\u00fc",
            "__proto__",
            "items",
            "a_1_b",
            "<i>",
            "b_0_a",
            "a__remove",
            "a_0__clear",
            "b__files",
            "type");
    private static final List<String> LEAVES = List.of(
            "{\"type\": \"string\"}",
            "{\"type\": \"string\", \"default\": \"d\", \"title\": \"T & t\", \"description\": \"about\"}",
            "{\"type\": \"string\", \"format\": \"date-time\"}",
            "{\"type\": \"integer\", \"minimum\": 3, \"multipleOf\": 2}",
            "{\"type\": [\"number\", \"null\"], \"default\": 1.5}",
            "{\"type\": \"boolean\", \"default\": true}",
            "{\"enum\": [\"x\", 1, true, null], \"default\": 1.0}",
            "{\"type\": \"array\", \"uniqueItems\": true, \"items\": {\"enum\": [\"p\", \"q\"]}}",
            "{\"type\": \"string\", \"format\": \"data-url\"}",
            "{\"type\": \"array\", \"items\": {\"type\": \"string\", \"format\": \"data-url\"}}",
            "{\"type\": \"null\"}",
            "{\"const\": \"fixed\"}",
            "{}",
            "true");

    private final Random random;

    RandomForms(long seed) {
        this.random = new Random(seed);
    }

    String document() {
        return "{\"schema\": {\"type\": \"object\", \"title\": \"R\", \"properties\": %s, \"$defs\": {\"r\": %s, \"s\": %s}}}"
                .formatted(properties(4), object(2), schema(2));
    }

    private String schema(int depth) {
        int kind = random.nextInt(depth <= 0 ? 4 : 9);
        return switch (kind) {
            case 0, 1, 2 -> pick(LEAVES);
            case 3 -> "{\"$ref\": \"#/$defs/r\"}";
            case 4, 5 -> object(depth);
            case 6, 7 -> list(depth);
            default -> "{\"$ref\": \"#/$defs/s\", \"title\": \"S\"}";
        };
    }

    private String object(int depth) {
        return "{\"type\": \"object\", \"required\": [\"a\"], \"properties\": %s}".formatted(properties(depth));
    }

    private String list(int depth) {
        String more =
                pick(List.of("", ", \"minItems\": 2", ", \"default\": [1, {\"a\": \"x\"}, [2]]", ", \"title\": \"L\""));
        return "{\"type\": \"array\"%s, \"items\": %s}".formatted(more, schema(depth - 1));
    }

    private String properties(int depth) {
        List<String> names = new ArrayList<>(NAMES);
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> "\"%s\": %s".formatted(names.remove(random.nextInt(names.size())), schema(depth - 1)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    String data(int depth) {
        return switch (random.nextInt(depth <= 0 ? 5 : 9)) {
            case 0 -> "\"t<e>x\\n\\\"t\\\"\"";
            case 1 -> "-1.50e1";
            case 2 -> "true";
            case 3 -> "null";
            case 4 -> "\"x\"";
            case 5, 6 ->
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> data(depth - 1))
                        .collect(Collectors.joining(",", "[", "]"));
            default -> {
                List<String> names = new ArrayList<>(NAMES);
                yield IntStream.range(0, random.nextInt(8))
                        .mapToObj(i ->
                                "\"%s\": %s".formatted(names.remove(random.nextInt(names.size())), data(depth - 1)))
                        .collect(Collectors.joining(",", "{", "}"));
            }
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
