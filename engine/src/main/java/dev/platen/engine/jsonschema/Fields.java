package dev.platen.engine.jsonschema;

import dev.platen.contract.plan.Check;
import dev.platen.contract.plan.Option;
import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Boxes;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Control.Concealed;
import dev.platen.engine.ir.Control.DateMenus;
import dev.platen.engine.ir.Control.DateOrder;
import dev.platen.engine.ir.Control.File;
import dev.platen.engine.ir.Control.Hint;
import dev.platen.engine.ir.Control.Line;
import dev.platen.engine.ir.Control.LineType;
import dev.platen.engine.ir.Control.Lines;
import dev.platen.engine.ir.Control.Menu;
import dev.platen.engine.ir.Control.MultipleMenu;
import dev.platen.engine.ir.Control.Radios;
import dev.platen.engine.ir.Control.Years;
import dev.platen.engine.ir.Literal;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.NumberValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which control a single value gets: by {@code ui:widget}, else by options, else by format, else by type. */
final class Fields {
    private static final int DEFAULT_ROWS = 5;
    private static final int MAX_STARS = 5;

    private Fields() {}

    /** The control of a schema of one of the single types. */
    static Control control(String type, TypedObject schema, Ui ui) {
        List<Choosable> options = Choices.of(schema, ui);
        String widget = Widgets.asked(ui);
        if (widget.equals("hidden")) {
            return new Concealed();
        }
        if (type.equals(Types.BOOLEAN)) {
            return ofBoolean(widget, options, schema, ui);
        }
        if (!options.isEmpty()) {
            return ofOptions(widget, options, schema, ui);
        }
        boolean isNumber = (type.equals(Types.NUMBER) || type.equals(Types.INTEGER))
                && !Types.kinds(schema).contains(Check.Kind.STRING);
        return isNumber ? ofNumber(type, widget, schema, ui) : ofText(widget, schema, ui);
    }

    private static Control ofBoolean(String widget, List<Choosable> given, TypedObject schema, Ui ui) {
        List<Choosable> options = given.size() > 1 || schema.has("oneOf") ? given : yesOrNo();
        List<Choosable> named = ui.options().has("enumNames") ? Choices.named(options, ui) : named(options);
        return switch (widget) {
            case "", "checkbox" -> new Control.Box();
            case "radio" -> new Radios(named, isInline(ui));
            case "select" -> new Menu(named, !schema.has("default"));
            default -> {
                Widgets.warn(widget, ui);
                yield new Control.Box();
            }
        };
    }

    private static List<Choosable> yesOrNo() {
        return List.of(
                new Choosable(Types.literal(true), "true", false, ""),
                new Choosable(Types.literal(false), "false", false, ""));
    }

    /** An option without a name of its own is called yes or no. */
    private static List<Choosable> named(List<Choosable> options) {
        return options.stream()
                .map(option -> switch (option.label()) {
                    case "true" -> new Choosable(option.value(), "Yes", option.isDisabled(), option.group());
                    case "false" -> new Choosable(option.value(), "No", option.isDisabled(), option.group());
                    default -> option;
                })
                .toList();
    }

    private static Control ofOptions(String widget, List<Choosable> options, TypedObject schema, Ui ui) {
        String chosen = widget.isEmpty() ? Widgets.ofFormat(schema) : widget;
        return switch (chosen) {
            case "radio" -> new Radios(options, isInline(ui));
            case "hidden" -> new Concealed();
            default -> {
                if (!widget.isEmpty() && !widget.equals("select")) {
                    Widgets.warn(widget, ui);
                }
                yield new Menu(options, !schema.has("default"));
            }
        };
    }

    private static Control ofNumber(String type, String widget, TypedObject schema, Ui ui) {
        Map<Hint, String> hints = Bounds.ofNumber(schema, type.equals(Types.INTEGER));
        LineType line = Widgets.inputType(ui).orElse(LineType.NUMBER);
        return switch (widget) {
            case "", "text", "updown" -> new Line(line, hints, suggestions(schema));
            case "range" -> new Line(LineType.RANGE, hints, List.of());
            case "rating" -> new Radios(stars(schema, ui), true);
            default -> {
                Widgets.warn(widget, ui);
                yield new Line(line, hints, suggestions(schema));
            }
        };
    }

    private static List<Choosable> stars(TypedObject schema, Ui ui) {
        int wanted = schema.has("maximum")
                ? Assertions.count(schema, "maximum", MAX_STARS)
                : Assertions.count(ui.options(), "stars", MAX_STARS);
        int least = Assertions.count(schema, "minimum", 0);
        int stars = Math.clamp(wanted, 1, MAX_STARS);
        return IntStream.range(least, least + stars)
                .mapToObj(Integer::toString)
                .map(text -> new Choosable(new Literal(Option.Type.NUMBER, text), text, false, ""))
                .toList();
    }

    private static Control ofText(String asked, TypedObject schema, Ui ui) {
        String format = Widgets.ofFormat(schema);
        String widget = asked.isEmpty() ? format : asked;
        return switch (widget) {
            case "textarea" -> new Lines(rows(ui), Bounds.ofLines(schema));
            case "data-url", "file", "files" ->
                new File(false, ui.options().text("accept").orElse(""));
            case "alt-date", "alt-datetime" -> dateMenus(widget.equals("alt-datetime"), ui);
            case "hidden" -> new Concealed();
            case "radio", "select" -> new Menu(List.of(), true);
            default -> line(widget, asked, schema, ui);
        };
    }

    private static Control line(String widget, String asked, TypedObject schema, Ui ui) {
        Optional<LineType> known = widget.isEmpty() ? Optional.of(LineType.TEXT) : Widgets.line(widget);
        if (known.isEmpty()) {
            Widgets.warn(asked, ui);
        }
        LineType byWidget =
                known.or(() -> Widgets.line(Widgets.ofFormat(schema))).orElse(LineType.TEXT);
        LineType type = Widgets.inputType(ui).orElse(byWidget);
        Map<Hint, String> hints = isText(type) ? Bounds.ofLine(schema) : Bounds.ofMoment(schema);
        ui.options().text("autocomplete").ifPresent(value -> hints.put(Hint.AUTOCOMPLETE, value));
        ui.options().text("autocapitalize").ifPresent(value -> hints.put(Hint.AUTOCAPITALIZE, value));
        return new Line(type, hints, suggestions(schema));
    }

    private static boolean isText(LineType type) {
        return switch (type) {
            case TEXT, EMAIL, URL, TEL, SEARCH, PASSWORD -> true;
            case NUMBER, RANGE, DATE, TIME, LOCAL_TIME, DATETIME_LOCAL, MONTH, WEEK, COLOR -> false;
        };
    }

    private static int rows(Ui ui) {
        return ui.options().count("rows").filter(rows -> rows > 0).orElse(DEFAULT_ROWS);
    }

    /** Values that are offered: the examples, the default among them. */
    private static List<Literal> suggestions(TypedObject schema) {
        if (!(schema.value("examples").orElse(null) instanceof ArrayValue examples)) {
            return List.of();
        }
        List<Literal> offered = new ArrayList<>(examples.items().stream()
                .map(Types::literal)
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        schema.value("default")
                .flatMap(Types::literal)
                .filter(value -> !offered.contains(value))
                .ifPresent(offered::add);
        return offered;
    }

    /** Years that count from today would make a page depend on the day on which it is made: those are entered. */
    private static DateMenus dateMenus(boolean hasTime, Ui ui) {
        String asked = ui.options().text("format").orElse("");
        DateOrder order = Arrays.stream(DateOrder.values())
                .filter(each -> each.name().equals(asked))
                .findFirst()
                .orElse(DateOrder.YMD);
        return new DateMenus(years(ui).orElse(null), order, hasTime);
    }

    private static Optional<Years> years(Ui ui) {
        if (ui.options().value("yearsRange").orElse(null) instanceof ArrayValue range
                && range.items().size() == 2) {
            Optional<Integer> first = year(range.items().getFirst());
            Optional<Integer> last = year(range.items().getLast());
            return first.flatMap(from -> last.map(to -> new Years(from, to)));
        }
        return Optional.empty();
    }

    private static Optional<Integer> year(Value value) {
        return value instanceof NumberValue number && number.text().matches("[1-9][0-9]{0,3}")
                ? Optional.of(Integer.parseInt(number.text()))
                : Optional.empty();
    }

    /** The control of a list whose items are chosen. */
    static Control several(List<Choosable> options, Ui ui) {
        String widget = Widgets.asked(ui);
        return switch (widget) {
            case "hidden" -> new Concealed();
            case "checkboxes" -> new Boxes(options, isInline(ui));
            case "", "select" -> new MultipleMenu(options);
            default -> {
                Widgets.warn(widget, ui);
                yield new MultipleMenu(options);
            }
        };
    }

    private static boolean isInline(Ui ui) {
        return ui.options().isTrue("inline");
    }
}
