package dev.platen.engine.jsonschema;

import dev.platen.engine.ir.Control;
import dev.platen.engine.ir.Control.Boxes;
import dev.platen.engine.ir.Control.Choosable;
import dev.platen.engine.ir.Control.Concealed;
import dev.platen.engine.ir.Control.Line;
import dev.platen.engine.ir.Control.LineType;
import dev.platen.engine.ir.Control.Lines;
import dev.platen.engine.ir.Control.Menu;
import dev.platen.engine.ir.Control.MultipleMenu;
import dev.platen.engine.ir.Control.Radios;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which control a single value gets: by {@code ui:widget}, else by options, else by format, else by type. */
final class Fields {
    private static final int DEFAULT_ROWS = 5;

    private static final Map<String, LineType> TYPES_BY_WIDGET = Map.ofEntries(
            Map.entry("text", LineType.TEXT),
            Map.entry("password", LineType.PASSWORD),
            Map.entry("email", LineType.EMAIL),
            Map.entry("uri", LineType.URL),
            Map.entry("tel", LineType.TEL),
            Map.entry("date", LineType.DATE),
            Map.entry("time", LineType.TIME),
            Map.entry("datetime", LineType.DATETIME_LOCAL),
            Map.entry("date-time", LineType.DATETIME_LOCAL),
            Map.entry("color", LineType.COLOR),
            Map.entry("updown", LineType.NUMBER),
            Map.entry("range", LineType.RANGE),
            Map.entry("hostname", LineType.TEXT),
            Map.entry("ipv4", LineType.TEXT),
            Map.entry("ipv6", LineType.TEXT));

    private static final Map<String, LineType> TYPES_BY_FORMAT = Map.of(
            "email", LineType.EMAIL,
            "idn-email", LineType.EMAIL,
            "uri", LineType.URL,
            "date", LineType.DATE,
            "time", LineType.TIME,
            "date-time", LineType.DATETIME_LOCAL,
            "color", LineType.COLOR);

    private Fields() {}

    /** The control of a schema of one of the single types. */
    static Control control(String type, TypedObject schema, Ui ui) {
        List<Choosable> options = Choices.of(schema, ui);
        String widget = ui.options().text("widget").orElse("");
        if (widget.equals("hidden")) {
            return new Concealed();
        }
        if (type.equals(Types.BOOLEAN)) {
            return ofBoolean(widget, options, schema, ui);
        }
        if (!options.isEmpty()) {
            return ofOptions(widget, options, schema, ui);
        }
        boolean isNumber = type.equals(Types.NUMBER) || type.equals(Types.INTEGER);
        return isNumber ? ofNumber(type, widget, schema, ui) : ofText(widget, schema, ui);
    }

    private static Control ofBoolean(String widget, List<Choosable> given, TypedObject schema, Ui ui) {
        List<Choosable> options = given.size() > 1 || schema.has("oneOf") ? given : yesOrNo();
        return switch (widget) {
            case "", "checkbox" -> new Control.Box();
            case "radio" -> new Radios(named(options), isInline(ui));
            case "select" -> new Menu(named(options), !schema.has("default"));
            default -> {
                warn(widget, ui);
                yield new Control.Box();
            }
        };
    }

    private static List<Choosable> yesOrNo() {
        return List.of(new Choosable(Types.literal(true), "true", false, ""), new Choosable(Types.literal(false), "false", false, ""));
    }

    /** An option without a name of its own is called yes or no. */
    private static List<Choosable> named(List<Choosable> options) {
        return options.stream()
                .map(option -> switch (option.label()) {
                    case "true" -> new Choosable(option.value(), "Yes", false, "");
                    case "false" -> new Choosable(option.value(), "No", false, "");
                    default -> option;
                })
                .toList();
    }

    private static Control ofOptions(String widget, List<Choosable> options, TypedObject schema, Ui ui) {
        return switch (widget) {
            case "", "select" -> new Menu(options, !schema.has("default"));
            case "radio" -> new Radios(options, isInline(ui));
            default -> {
                warn(widget, ui);
                yield new Menu(options, !schema.has("default"));
            }
        };
    }

    private static Control ofNumber(String type, String widget, TypedObject schema, Ui ui) {
        Map<Control.Hint, String> bounds = Bounds.ofNumber(schema, type.equals(Types.INTEGER));
        return switch (widget) {
            case "", "text", "updown" -> new Line(LineType.NUMBER, bounds, List.of());
            case "range" -> new Line(LineType.RANGE, bounds, List.of());
            default -> {
                warn(widget, ui);
                yield new Line(LineType.NUMBER, bounds, List.of());
            }
        };
    }

    private static Control ofText(String widget, TypedObject schema, Ui ui) {
        if (widget.equals("textarea")) {
            return new Lines(
                    ui.options().count("rows").filter(rows -> rows > 0).orElse(DEFAULT_ROWS), Bounds.ofLines(schema));
        }
        LineType byFormat = schema.text("format").map(TYPES_BY_FORMAT::get).orElse(LineType.TEXT);
        LineType type = widget.isEmpty()
                ? byFormat
                : Optional.ofNullable(TYPES_BY_WIDGET.get(widget)).orElseGet(() -> {
                    warn(widget, ui);
                    return byFormat;
                });
        Map<Control.Hint, String> bounds = Bounds.ofLine(schema);
        boolean isText =
                switch (type) {
                    case TEXT, EMAIL, URL, TEL, SEARCH, PASSWORD -> true;
                    case NUMBER, RANGE, DATE, TIME, DATETIME_LOCAL, MONTH, WEEK, COLOR -> false;
                };
        return new Line(type, isText ? bounds : new EnumMap<>(Control.Hint.class), List.of());
    }

    /** The control of a list whose items are chosen. */
    static Control several(List<Choosable> options, Ui ui) {
        String widget = ui.options().text("widget").orElse("");
        return switch (widget) {
            case "hidden" -> new Concealed();
            case "checkboxes" -> new Boxes(options, isInline(ui));
            case "", "select" -> new MultipleMenu(options);
            default -> {
                warn(widget, ui);
                yield new MultipleMenu(options);
            }
        };
    }

    private static boolean isInline(Ui ui) {
        return ui.options().isTrue("inline");
    }

    private static void warn(String widget, Ui ui) {
        ui.findings()
                .warning(
                        ui.options().value("widget").orElse(ui.node()).place(),
                        "unknown-widget",
                        "there is no widget '%s' for this type, the usual control is shown; remove ui:widget or choose another"
                                .formatted(widget));
    }
}
