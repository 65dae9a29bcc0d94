package dev.platen.engine.jsonschema;

import dev.platen.engine.ir.Control.Hint;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.pattern.PatternGate;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser can check of a schema's constraints. It never checks more than the schema says. */
final class Bounds {
    /** Larger exponents are not worth the digits they would be printed with. */
    private static final int MAX_SCALE = 64;

    private static final Pattern SYNTAX = Pattern.compile("[\\\\^$.*+?()\\[\\]{}|/]");

    private Bounds() {}

    /** Of a single line of text. */
    static Map<Hint, String> ofLine(TypedObject schema) {
        Map<Hint, String> bounds = ofLines(schema);
        Optional<Value> place = schema.value("pattern");
        schema.text("pattern").ifPresent(pattern -> PatternGate.objection(pattern)
                .ifPresentOrElse(
                        objection -> schema.findings()
                                .warning(
                                        place.map(Value::place).orElse(schema.place()),
                                        PatternGate.REFUSED,
                                        objection + PatternGate.DROPPED),
                        () -> bounds.put(Hint.PATTERN, anchored(pattern))));
        return bounds;
    }

    /** Of a line that says one of these texts. */
    static Map<Hint, String> among(List<String> texts) {
        return Map.of(
                Hint.PATTERN,
                texts.stream()
                        .map(text -> SYNTAX.matcher(text).replaceAll("\\\\$0"))
                        .collect(Collectors.joining("|")));
    }

    /** Of several lines of text. */
    static Map<Hint, String> ofLines(TypedObject schema) {
        Map<Hint, String> bounds = new EnumMap<>(Hint.class);
        schema.count("minLength").filter(count -> count > 0).ifPresent(count -> bounds.put(Hint.MINLENGTH, "" + count));
        schema.count("maxLength").ifPresent(count -> bounds.put(Hint.MAXLENGTH, "" + count));
        return bounds;
    }

    /** Of a date or a time. */
    static Map<Hint, String> ofMoment(TypedObject schema) {
        Map<Hint, String> bounds = new EnumMap<>(Hint.class);
        schema.text("formatMinimum").ifPresent(first -> bounds.put(Hint.MIN, first));
        schema.text("formatMaximum").ifPresent(last -> bounds.put(Hint.MAX, last));
        return bounds;
    }

    /** A schema's pattern may match anywhere, a browser's must match everything. */
    private static String anchored(String pattern) {
        return ".*(?:" + pattern + ").*";
    }

    /** Of a number. */
    static Map<Hint, String> ofNumber(TypedObject schema, boolean isWhole) {
        Map<Hint, String> bounds = new EnumMap<>(Hint.class);
        Optional<BigDecimal> minimum = limit(schema, "minimum", "exclusiveMinimum", isWhole ? 1 : 0);
        Optional<BigDecimal> maximum = limit(schema, "maximum", "exclusiveMaximum", isWhole ? -1 : 0);
        minimum.ifPresent(value -> bounds.put(Hint.MIN, value.toPlainString()));
        maximum.ifPresent(value -> bounds.put(Hint.MAX, value.toPlainString()));
        bounds.put(Hint.STEP, step(schema, minimum, isWhole));
        return bounds;
    }

    /** Of whole numbers, the neighbour of an excluded one is the limit; of others, the excluded one itself. */
    private static Optional<BigDecimal> limit(TypedObject schema, String inclusive, String exclusive, int neighbour) {
        Optional<BigDecimal> included = decimal(schema, inclusive);
        Optional<BigDecimal> excluded = isExcluded(schema, exclusive) ? included : decimal(schema, exclusive);
        if (excluded.isEmpty()) {
            return included;
        }
        boolean isWhole = excluded.get().stripTrailingZeros().scale() <= 0;
        Optional<BigDecimal> next = excluded.map(value -> isWhole ? value.add(BigDecimal.valueOf(neighbour)) : value);
        boolean isLower = neighbour > 0 || exclusive.equals("exclusiveMinimum");
        return included.isEmpty()
                ? next
                : next.map(value -> isLower ? value.max(included.get()) : value.min(included.get()));
    }

    /** Browsers count steps from the minimum, schemas from zero: where the two differ, any value is let through. */
    private static String step(TypedObject schema, Optional<BigDecimal> minimum, boolean isWhole) {
        Optional<BigDecimal> multiple = decimal(schema, "multipleOf").filter(value -> value.signum() > 0);
        if (multiple.isPresent()) {
            boolean isCountedAlike =
                    minimum.isEmpty() || minimum.get().remainder(multiple.get()).signum() == 0;
            return isCountedAlike ? multiple.get().toPlainString() : "any";
        }
        boolean hasWholeMinimum =
                minimum.isEmpty() || minimum.get().stripTrailingZeros().scale() <= 0;
        return isWhole && hasWholeMinimum ? "1" : "any";
    }

    /** Draft 4 wrote exclusive limits as booleans beside the limit. */
    private static boolean isExcluded(TypedObject schema, String keyword) {
        return schema.value(keyword).orElse(null) instanceof BooleanValue excluded && excluded.isTrue();
    }

    private static Optional<BigDecimal> decimal(TypedObject schema, String keyword) {
        if (schema.value(keyword).orElse(null) instanceof BooleanValue) {
            return Optional.empty();
        }
        return schema.number(keyword).flatMap(Bounds::decimal);
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            boolean isPrintable = Math.abs((long) value.scale()) <= MAX_SCALE;
            return isPrintable ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException exponentTooLarge) {
            return Optional.empty();
        }
    }
}
