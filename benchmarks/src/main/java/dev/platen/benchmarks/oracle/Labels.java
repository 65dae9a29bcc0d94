package dev.platen.benchmarks.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What names the controls of a page. */
final class Labels {
    private final Document page;
    private final Map<String, Element> byTarget = new HashMap<>();

    Labels(Document page) {
        this.page = page;
        page.select("label[for]").forEach(label -> byTarget.putIfAbsent(label.attr("for"), label));
    }

    /** What names a control that is a field by itself. */
    Optional<Element> of(Element control) {
        return Optional.ofNullable(byTarget.get(control.id()))
                .or(() -> Optional.ofNullable(control.closest("label")))
                .or(() -> title(control.id()));
    }

    /** What names a choice of which the control is one option. */
    Optional<Element> ofChoice(Element control) {
        String name = control.attr("name");
        return Optional.ofNullable(byTarget.get(name))
                .or(() -> title(name))
                .or(() -> Optional.ofNullable(control.closest("fieldset")).map(group -> group.selectFirst("> legend")));
    }

    /** The errors that are shown with a control. */
    boolean haveErrors(Element control, String id) {
        Element own = page.getElementById(id + "__error");
        Element around = control.closest(".control");
        return (own != null && !own.text().isBlank())
                || (around != null && !around.select(".validation_error").text().isBlank())
                || isWrongInRow(control);
    }

    /** A row of a table of JSON Forms says in its own words what is wrong with the cells that it marks. */
    private static boolean isWrongInRow(Element control) {
        Element row = control.closest("tr");
        return row != null
                && control.hasClass("invalid")
                && !row.select("td > span").text().isBlank();
    }

    private Optional<Element> title(String id) {
        return Optional.ofNullable(page.getElementById(id + "__title"));
    }

    /** The words of a label, without what marks the field as required and without the control itself. */
    static String text(Element label) {
        Element copy = label.clone();
        copy.select(".required, input, select, textarea").remove();
        String text = copy.text().strip();
        return text.endsWith("*") ? text.substring(0, text.length() - 1).strip() : text;
    }

    /** Whether a label says that its field must be filled. */
    static boolean isMarkedRequired(Element label) {
        return label.selectFirst(".required") != null || label.text().strip().endsWith("*");
    }
}
