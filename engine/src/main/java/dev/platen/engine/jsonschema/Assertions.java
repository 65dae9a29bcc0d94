package dev.platen.engine.jsonschema;

import com.google.re2j.PatternSyntaxException;
import dev.platen.contract.plan.Check;
import dev.platen.engine.json.Place;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.NumberValue;
import dev.platen.engine.json.Value.StringValue;
import dev.platen.engine.pattern.PatternGate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a schema asserts about single values. Members of the wrong type say nothing. */
final class Assertions {
    private Assertions() {}

    /** About numbers. */
    static List<Check> ofNumbers(TypedObject schema) {
        Limit minimum = limit(schema, "minimum", "exclusiveMinimum", 1);
        Limit maximum = limit(schema, "maximum", "exclusiveMaximum", -1);
        String multipleOf =
                number(schema, "multipleOf").map(BigDecimal::toString).orElse(null);
        boolean saysNothing = minimum.number() == null && maximum.number() == null && multipleOf == null;
        return saysNothing
                ? List.of()
                : List.of(new Check.Range(
                        minimum.number(), minimum.isExcluded(), maximum.number(), maximum.isExcluded(), multipleOf));
    }

    /** Draft 4 says by a boolean whether the limit is excluded; later drafts have two limits, of which the tighter counts. */
    private static Limit limit(TypedObject schema, String inclusive, String exclusive, int tighter) {
        Optional<BigDecimal> included = number(schema, inclusive);
        if (schema.value(exclusive).orElse(null) instanceof BooleanValue isExcluded) {
            return new Limit(included.map(BigDecimal::toString).orElse(null), isExcluded.isTrue());
        }
        Optional<BigDecimal> excluded = number(schema, exclusive);
        boolean isExcluded =
                excluded.isPresent() && (included.isEmpty() || excluded.get().compareTo(included.get()) * tighter >= 0);
        return new Limit(
                (isExcluded ? excluded : included).map(BigDecimal::toString).orElse(null), isExcluded);
    }

    private static Optional<BigDecimal> number(TypedObject schema, String keyword) {
        if (!(schema.value(keyword).orElse(null) instanceof NumberValue number)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(number.text()));
        } catch (NumberFormatException exponentTooLarge) {
            return Optional.empty();
        }
    }

    /** About strings. */
    static List<Check> ofStrings(TypedObject schema) {
        int minimum = count(schema, "minLength", 0);
        int maximum = count(schema, "maxLength", Integer.MAX_VALUE);
        List<Check> length =
                minimum == 0 && maximum == Integer.MAX_VALUE ? List.of() : List.of(new Check.Length(minimum, maximum));
        if (!(schema.value("pattern").orElse(null) instanceof StringValue pattern)) {
            return length;
        }
        Optional<Check> matches =
                pattern(schema, pattern.place(), pattern.text()).map(Check.Pattern::new);
        return matches.map(check -> List.of(Checks.all(concatenated(length, check))))
                .orElse(length);
    }

    private static List<Check> concatenated(List<Check> first, Check last) {
        return first.isEmpty() ? List.of(last) : List.of(first.getFirst(), last);
    }

    /** A pattern in the syntax of plans; empty, with a warning, where it cannot be said in it. */
    static Optional<String> pattern(TypedObject schema, Place place, String pattern) {
        Optional<String> objection = PatternGate.objection(pattern);
        if (objection.isEmpty()) {
            try {
                return Optional.of(PatternGate.compile(pattern).pattern());
            } catch (PatternSyntaxException notCompiled) {
                return Optional.empty(); // cannot be: there was no objection
            }
        }
        schema.findings().warning(place, PatternGate.REFUSED, objection.get());
        return Optional.empty();
    }

    /** A count from 0; {@code absent} where there is none. */
    static int count(TypedObject schema, String keyword, int absent) {
        Optional<Value> value = schema.value(keyword);
        Optional<BigDecimal> count = value.isEmpty() ? Optional.empty() : number(schema, keyword);
        return count.filter(number -> number.signum() >= 0)
                .map(number -> number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue())
                .orElse(absent);
    }

    /** A limit as it is written in plans; none where the number is null. */
    private record Limit(@Nullable String number, boolean isExcluded) {}
}
