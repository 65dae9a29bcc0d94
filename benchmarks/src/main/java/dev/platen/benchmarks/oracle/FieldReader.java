package dev.platen.benchmarks.oracle;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Reads one field from the control, or the options, that make it. */
final class FieldReader {
    private final Labels labels;
    private final String path;
    private final List<Element> controls;
    private final Element first;

    FieldReader(Labels labels, String path, List<Element> controls) {
        this.labels = labels;
        this.path = path;
        this.controls = controls;
        this.first = controls.getFirst();
    }

    Field read() {
        boolean isChoice = Paths.isOption(first);
        Optional<Element> label = isChoice ? labels.ofChoice(first) : labels.of(first);
        return new Field(
                path,
                kind(),
                controls.stream().anyMatch(control -> control.hasAttr("required"))
                        || label.map(Labels::isMarkedRequired).orElse(false),
                controls.stream().allMatch(FieldReader::isDisabled),
                first.hasAttr("readonly"),
                value(),
                options().stream().map(this::optionLabel).toList(),
                options().stream().map(option -> option.attr("value")).toList(),
                kind().equals("hidden") ? "" : label.map(Labels::text).orElse(""),
                labels.haveErrors(first, isChoice ? first.attr("name") : first.id()));
    }

    /** What nobody sees is hidden, however that is done. */
    private String kind() {
        return first.closest(".hidden") == null ? seenKind() : "hidden";
    }

    private String seenKind() {
        return switch (first.normalName()) {
            case "select" -> first.hasAttr("multiple") ? "select-multiple" : "select";
            case "textarea" -> "textarea";
            default -> inputKind();
        };
    }

    private String inputKind() {
        String type = first.attr("type").isEmpty() ? "text" : first.attr("type");
        return type.equals("checkbox") && Paths.isOption(first) ? "checkboxes" : type;
    }

    private String value() {
        return switch (kind()) {
            case "select", "select-multiple", "radio", "checkboxes" -> chosen();
            case "checkbox" -> first.hasAttr("checked") ? "checked" : "";
            case "number", "range" -> number(first.val());
            case "datetime-local" -> moment(first.val(), LocalDateTime::parse);
            case "time" -> moment(first.val(), LocalTime::parse);
            case "file" -> "";
            default -> first.val().strip();
        };
    }

    /** Where nothing is chosen in a list of which one must be, browsers choose the first. */
    private String chosen() {
        String chosen = options().stream()
                .filter(option -> option.hasAttr("selected") || option.hasAttr("checked"))
                .map(this::optionLabel)
                .collect(Collectors.joining(", "));
        boolean isFirst =
                chosen.isEmpty() && kind().equals("select") && !options().isEmpty();
        return isFirst ? optionLabel(options().getFirst()) : chosen;
    }

    private List<Element> options() {
        if (first.normalName().equals("select")) {
            return first.select("option");
        }
        return Paths.isOption(first) ? controls : List.of();
    }

    private String optionLabel(Element option) {
        if (!option.normalName().equals("option")) {
            return labels.of(option).map(Labels::text).orElse("");
        }
        return option.text().isBlank() ? option.attr("label") : option.text().strip();
    }

    private static boolean isDisabled(Element control) {
        return control.hasAttr("disabled") || control.closest("fieldset[disabled]") != null;
    }

    /** Zero seconds may be written or left out. */
    private static String moment(String text, Function<String, Temporal> format) {
        try {
            return format.apply(text).toString();
        } catch (DateTimeParseException notAMoment) {
            return text;
        }
    }

    private static String number(String text) {
        try {
            return new BigDecimal(text.strip()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }
}
