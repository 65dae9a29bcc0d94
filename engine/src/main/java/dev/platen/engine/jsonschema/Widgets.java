package dev.platen.engine.jsonschema;

import dev.platen.engine.ir.Control.LineType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What widgets are called: by {@code ui:widget}, by {@code format}, and by the full names of rjsf. */
final class Widgets {
    private static final Map<String, String> FULL_NAMES = Map.ofEntries(
            Map.entry("TextWidget", "text"),
            Map.entry("PasswordWidget", "password"),
            Map.entry("EmailWidget", "email"),
            Map.entry("URLWidget", "uri"),
            Map.entry("FileWidget", "data-url"),
            Map.entry("TextareaWidget", "textarea"),
            Map.entry("DateWidget", "date"),
            Map.entry("DateTimeWidget", "date-time"),
            Map.entry("TimeWidget", "time"),
            Map.entry("AltDateWidget", "alt-date"),
            Map.entry("AltDateTimeWidget", "alt-datetime"),
            Map.entry("ColorWidget", "color"),
            Map.entry("HiddenWidget", "hidden"),
            Map.entry("UpDownWidget", "updown"),
            Map.entry("RangeWidget", "range"),
            Map.entry("RadioWidget", "radio"),
            Map.entry("SelectWidget", "select"),
            Map.entry("CheckboxWidget", "checkbox"),
            Map.entry("CheckboxesWidget", "checkboxes"),
            Map.entry("RatingWidget", "rating"));

    private static final Map<String, LineType> LINES = Map.ofEntries(
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

    private static final Set<String> FORMATS = Set.of(
            "password",
            "email",
            "uri",
            "date",
            "time",
            "datetime",
            "date-time",
            "alt-datetime",
            "color",
            "data-url",
            "file",
            "textarea",
            "alt-date",
            "hidden",
            "radio",
            "select");

    private static final Map<String, LineType> INPUT_TYPES = Map.ofEntries(
            Map.entry("text", LineType.TEXT),
            Map.entry("email", LineType.EMAIL),
            Map.entry("url", LineType.URL),
            Map.entry("tel", LineType.TEL),
            Map.entry("search", LineType.SEARCH),
            Map.entry("password", LineType.PASSWORD),
            Map.entry("number", LineType.NUMBER),
            Map.entry("range", LineType.RANGE),
            Map.entry("date", LineType.DATE),
            Map.entry("time", LineType.TIME),
            Map.entry("datetime-local", LineType.DATETIME_LOCAL),
            Map.entry("month", LineType.MONTH),
            Map.entry("week", LineType.WEEK),
            Map.entry("color", LineType.COLOR));

    private Widgets() {}

    /** The short name of the widget that a uiSchema asks for; empty where it asks for none. */
    static String asked(Ui ui) {
        return FULL_NAMES.getOrDefault(ui.widget(), ui.widget());
    }

    /** The widget of a format; empty for one that has none. */
    static String ofFormat(TypedObject schema) {
        return schema.text("format").filter(FORMATS::contains).orElse("");
    }

    /** The type of line that a widget is. */
    static Optional<LineType> line(String widget) {
        return Optional.ofNullable(LINES.get(widget));
    }

    /** The type of line that {@code ui:inputType} asks for. */
    static Optional<LineType> inputType(Ui ui) {
        return ui.options().text("inputType").map(INPUT_TYPES::get);
    }

    /** Says that a widget is not known for a type. */
    static void warn(String widget, Ui ui) {
        ui.findings()
                .warning(
                        ui.options().value("widget").orElse(ui.node()).place(),
                        "unknown-widget",
                        "there is no widget '%s' for this type, the usual control is shown; remove ui:widget or choose another"
                                .formatted(widget));
    }
}
