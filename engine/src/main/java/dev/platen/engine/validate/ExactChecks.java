package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/**
 * Keywords about numbers, sizes and equality, computed without rounding and in time that depends on nothing but the
 * sizes. The library's own round large numbers, and compare by hashes that hostile data can make equal.
 */
final class ExactChecks {
    /** Characters of canonical text that are made in the time of one step. */
    private static final int CHARACTERS_PER_STEP = 16;

    /** The size of a value that is not of the kind that a keyword measures. */
    private static final int NOT_MEASURED = -1;

    private static final Check ALWAYS = (_, _) -> true;

    /** Makes the check of a keyword from its value and the schema that it stands in. */
    private interface Maker {
        Check make(JsonNode value, JsonNode schema);
    }

    /** Whether a value fits. */
    interface Check {
        boolean fits(JsonNode data, BoundedExecution execution);
    }

    private static final Map<String, Maker> MAKERS = Map.ofEntries(
            Map.entry("multipleOf", (value, _) -> multiple(value)),
            // in draft 4, the exclusive keywords are booleans beside the limit
            Map.entry(
                    "maximum",
                    (value, schema) -> isTrue(schema, "exclusiveMaximum")
                            ? limit(value, ExactChecks::isBelow)
                            : limit(value, ExactChecks::isAtMost)),
            Map.entry(
                    "minimum",
                    (value, schema) -> isTrue(schema, "exclusiveMinimum")
                            ? limit(value, ExactChecks::isAbove)
                            : limit(value, ExactChecks::isAtLeast)),
            Map.entry("exclusiveMaximum", (value, _) -> limit(value, ExactChecks::isBelow)),
            Map.entry("exclusiveMinimum", (value, _) -> limit(value, ExactChecks::isAbove)),
            Map.entry("maxLength", (value, _) -> size(value, ExactChecks::characters, ExactChecks::isAtMost)),
            Map.entry("minLength", (value, _) -> size(value, ExactChecks::characters, ExactChecks::isAtLeast)),
            Map.entry("maxItems", (value, _) -> size(value, ExactChecks::items, ExactChecks::isAtMost)),
            Map.entry("minItems", (value, _) -> size(value, ExactChecks::items, ExactChecks::isAtLeast)),
            Map.entry("maxProperties", (value, _) -> size(value, ExactChecks::members, ExactChecks::isAtMost)),
            Map.entry("minProperties", (value, _) -> size(value, ExactChecks::members, ExactChecks::isAtLeast)),
            Map.entry("uniqueItems", (value, _) -> value.asBoolean() ? ExactChecks::isUnique : ALWAYS),
            Map.entry("const", (value, _) -> oneOf(Set.of(CanonicalText.of(value)))),
            Map.entry("enum", (value, _) -> value.isArray() ? oneOf(texts(value)) : ALWAYS));

    private ExactChecks() {}

    /** The check of a keyword with this value in this schema, if the keyword is one of these. */
    static Optional<Check> of(String keyword, JsonNode value, JsonNode schema) {
        return Optional.ofNullable(MAKERS.get(keyword)).map(maker -> maker.make(value, schema));
    }

    private static Check multiple(JsonNode divisor) {
        if (!divisor.isNumber() || divisor.decimalValue().signum() == 0) {
            return ALWAYS;
        }
        BigDecimal step = divisor.decimalValue();
        return (data, _) ->
                !data.isNumber() || data.decimalValue().remainder(step).signum() == 0;
    }

    private static Check limit(JsonNode limit, IntPredicate isWithin) {
        if (!limit.isNumber()) {
            return ALWAYS;
        }
        BigDecimal bound = limit.decimalValue();
        return (data, _) ->
                !data.isNumber() || isWithin.test(data.decimalValue().compareTo(bound));
    }

    private static Check size(JsonNode limit, ToIntFunction<JsonNode> measure, IntPredicate isWithin) {
        if (!limit.isNumber()) {
            return ALWAYS;
        }
        BigDecimal bound = limit.decimalValue();
        return (data, _) -> {
            int size = measure.applyAsInt(data);
            return size == NOT_MEASURED
                    || isWithin.test(BigDecimal.valueOf(size).compareTo(bound));
        };
    }

    private static int characters(JsonNode data) {
        return data.isTextual()
                ? data.textValue().codePointCount(0, data.textValue().length())
                : NOT_MEASURED;
    }

    private static int items(JsonNode data) {
        return data.isArray() ? data.size() : NOT_MEASURED;
    }

    private static int members(JsonNode data) {
        return data.isObject() ? data.size() : NOT_MEASURED;
    }

    private static boolean isUnique(JsonNode data, BoundedExecution execution) {
        if (!data.isArray()) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode item : data) {
            if (!seen.add(text(item, execution))) {
                return false;
            }
        }
        return true;
    }

    private static Check oneOf(Set<String> allowed) {
        return (data, execution) -> allowed.contains(text(data, execution));
    }

    private static String text(JsonNode value, BoundedExecution execution) {
        String text = CanonicalText.of(value);
        execution.charge(1 + text.length() / CHARACTERS_PER_STEP);
        return text;
    }

    private static Set<String> texts(JsonNode values) {
        Set<String> texts = new HashSet<>();
        values.forEach(value -> texts.add(CanonicalText.of(value)));
        return texts;
    }

    private static boolean isAtMost(int comparison) {
        return comparison <= 0;
    }

    private static boolean isBelow(int comparison) {
        return comparison < 0;
    }

    private static boolean isAtLeast(int comparison) {
        return comparison >= 0;
    }

    private static boolean isAbove(int comparison) {
        return comparison > 0;
    }

    private static boolean isTrue(JsonNode schema, String keyword) {
        return schema.path(keyword).asBoolean(false);
    }
}
