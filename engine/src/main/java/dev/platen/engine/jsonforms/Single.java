package dev.platen.engine.jsonforms;

import dev.platen.contract.plan.Check;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Control.Hint;
import dev.platen.engine.ir.Control.Line;
import dev.platen.engine.ir.Control.LineType;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.pattern.PatternGate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which control a single value gets: by its options, else by format, else by type. */
final class Single {
    private static final int ROWS = 5;
    /** Wider controls than this are as wide as there is room. */
    private static final int MAX_SIZE = 64;

    private static final Set<String> NUMBERS = Set.of("number", "integer");

    private static final Map<String, LineType> BY_FORMAT = Map.of(
            "date", LineType.DATE,
            "time", LineType.LOCAL_TIME,
            "date-time", LineType.DATETIME_LOCAL,
            "password", LineType.PASSWORD,
            "email", LineType.EMAIL,
            "uri", LineType.URL,
            "color", LineType.COLOR);

    /** For each kind of date, the option that says how it is kept. */
    private static final Map<LineType, String> KEPT_AS = Map.of(
            LineType.DATE, "dateSaveFormat",
            LineType.LOCAL_TIME, "timeSaveFormat",
            LineType.DATETIME_LOCAL, "dateTimeSaveFormat");

    /** The ways of keeping a date that controls of browsers know. */
    private static final Map<String, LineType> KEPT = Map.of(
            "YYYY-MM-DD", LineType.DATE,
            "YYYY-MM", LineType.MONTH,
            "HH:mm", LineType.LOCAL_TIME,
            "HH:mm:ss", LineType.LOCAL_TIME,
            "YYYY-MM-DDTHH:mm:ssZ", LineType.DATETIME_LOCAL,
            "YYYY-MM-DDTHH:mm:ss.SSSZ", LineType.DATETIME_LOCAL);

    private Single() {}

    /** The control of one of several values. */
    static Control choice(List<Choosable> options, Pointed pointed) {
        if (pointed.options().text("format").orElse("").equals("radio")) {
            return new Control.Radios(
                    options, pointed.options().text("orientation").orElse("").equals("horizontal"));
        }
        return new Control.Menu(options, !pointed.options().isTrue("hideEmptyOption"), true);
    }

    /** The control of a value of these types. */
    static Control of(Set<String> types, Pointed pointed) {
        if (types.equals(Set.of("boolean"))) {
            return new Control.Box();
        }
        if (NUMBERS.containsAll(types)) {
            return number(types, pointed);
        }
        return types.equals(Set.of("string")) ? text(pointed) : new Line(LineType.TEXT, Map.of(), List.of());
    }

    static List<Check.Kind> kinds(Set<String> types) {
        return types.stream()
                .map(type -> Check.Kind.valueOf(type.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** Whether a number is chosen on a scale: one needs two ends and a place to begin. */
    static boolean isOnScale(Pointed pointed) {
        return pointed.options().isTrue("slider")
                && pointed.schema().has("minimum")
                && pointed.schema().has("maximum")
                && pointed.schema().has("default");
    }

    private static Control number(Set<String> types, Pointed pointed) {
        Map<Hint, String> hints = new LinkedHashMap<>();
        pointed.schema().number("minimum").ifPresent(value -> hints.put(Hint.MIN, value.toPlainString()));
        pointed.schema().number("maximum").ifPresent(value -> hints.put(Hint.MAX, value.toPlainString()));
        hints.put(
                Hint.STEP,
                pointed.options()
                        .number("step")
                        .or(() -> pointed.schema().number("multipleOf"))
                        .filter(step -> step.signum() > 0)
                        .map(step -> step.toPlainString())
                        .orElse(types.contains("number") ? "any" : "1"));
        return new Line(isOnScale(pointed) ? LineType.RANGE : LineType.NUMBER, hints, List.of());
    }

    /** Whether a text is the content of a file. */
    static boolean isFile(Pointed pointed) {
        return pointed.types().equals(Set.of("string"))
                && pointed.schema().text("format").orElse("").equals("data-url");
    }

    private static Control text(Pointed pointed) {
        if (isFile(pointed)) {
            return new Control.File(false, "");
        }
        Map<Hint, String> hints = new LinkedHashMap<>();
        pointed.schema()
                .count("minLength")
                .filter(count -> count > 0)
                .ifPresent(count -> hints.put(Hint.MINLENGTH, "" + count));
        pointed.schema()
                .count("maxLength")
                .filter(count -> pointed.options().isTrue("restrict"))
                .ifPresent(count -> hints.put(Hint.MAXLENGTH, "" + count));
        boolean isLine = !pointed.options().isTrue("multi");
        pointed.schema()
                .count("maxLength")
                .filter(count -> count > 0 && isLine && pointed.options().isTrue("trim"))
                .ifPresent(count -> hints.put(Hint.SIZE, "" + Math.min(count, MAX_SIZE)));
        if (!isLine) {
            return new Control.Lines(ROWS, hints);
        }
        LineType type = lineType(pointed);
        return switch (type) {
            case DATE, LOCAL_TIME, DATETIME_LOCAL, MONTH, COLOR -> new Line(type, Map.of(), List.of());
            default -> {
                addPattern(pointed.schema(), hints);
                yield new Line(type, hints, suggestions(pointed));
            }
        };
    }

    /** A date that is kept as no browser knows it is entered as it is kept: a control for dates would lose it. */
    private static LineType lineType(Pointed pointed) {
        return keptAs(pointed)
                .map(kept -> KEPT.getOrDefault(kept, LineType.TEXT))
                .orElseGet(() -> format(pointed));
    }

    private static LineType format(Pointed pointed) {
        return pointed.options()
                .text("format")
                .map(BY_FORMAT::get)
                .or(() -> pointed.schema().text("format").map(BY_FORMAT::get))
                .orElse(LineType.TEXT);
    }

    private static Optional<String> keptAs(Pointed pointed) {
        return Optional.ofNullable(KEPT_AS.get(format(pointed)))
                .flatMap(option -> pointed.options().text(option));
    }

    /** What is seen in the control while it is empty: the placeholder, or how a date is kept that is entered as text. */
    static String placeholder(Pointed pointed) {
        return pointed.options()
                .text("placeholder")
                .or(() -> keptAs(pointed).filter(kept -> !KEPT.containsKey(kept)))
                .orElse("");
    }

    /** A schema's pattern may match anywhere, a browser's must match everything. */
    private static void addPattern(Typed schema, Map<Hint, String> hints) {
        schema.text("pattern").ifPresent(pattern -> PatternGate.objection(pattern)
                .ifPresentOrElse(
                        objection -> schema.findings()
                                .warning(
                                        schema.value("pattern")
                                                .map(Value::place)
                                                .orElse(schema.place()),
                                        PatternGate.REFUSED,
                                        objection + PatternGate.DROPPED),
                        () -> hints.put(Hint.PATTERN, ".*(?:" + pattern + ").*")));
    }

    private static List<Literal> suggestions(Pointed pointed) {
        List<Literal> suggestions = new ArrayList<>();
        for (Value value : pointed.options().items("suggestion")) {
            Literals.of(value).ifPresent(suggestions::add);
        }
        return suggestions;
    }
}
