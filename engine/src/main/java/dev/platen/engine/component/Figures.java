package dev.platen.engine.component;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.chart.Charts;
import dev.platen.engine.html.Attribute;
import dev.platen.engine.html.Element;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Charts: a drawing with a name, and the same values as a table for those who do not see it. */
final class Figures {
    private Figures() {}

    /** Values of one kind: what they are called, and what gives one of them for a row. */
    private record Series(List<Node> title, Value value) {}

    static List<Node> chart(Props props, List<Value> children, Placement at, Mapping mapping) {
        Op.Drawing drawing = Op.Drawing.valueOf(props.choice("kind", "bar").toUpperCase(Locale.ROOT));
        boolean isRound = drawing == Op.Drawing.PIE || drawing == Op.Drawing.DONUT;
        List<Series> series = series(props, at, mapping, isRound ? 1 : Op.CHART_SERIES);
        Optional<Value> rows = props.value("rows");
        Optional<Value> label = props.value("label");
        if (rows.isEmpty() || label.isEmpty() || series.isEmpty()) {
            return List.of();
        }
        List<Node> points =
                mapping.loops().over(rows.get(), at, List.of(), row -> point(label.get(), series, row, mapping));
        List<Node> parts = new ArrayList<>();
        parts.add(Tags.bare(Element.FIGCAPTION, shown(props, "title")));
        parts.add(drawing(props, new Node.Chart(drawing, points)));
        if (series.size() > 1) {
            parts.add(legend(series));
        }
        List<Node> cells =
                mapping.loops().over(rows.get(), at, List.of(), row -> cells(label.get(), series, row, mapping));
        parts.add(Tags.bare(
                Element.DETAILS,
                List.of(
                        Tags.bare(Element.SUMMARY, Tags.shown(new Content.Own(Word.CHART_DATA))),
                        table(series, cells))));
        return List.of(Tags.tag(Element.FIGURE, Role.CHART, Texts.classes(props), parts));
    }

    private static List<Node> shown(Props props, String name) {
        return props.text(name).map(Tags::shown).orElse(List.of());
    }

    private static List<Series> series(Props props, Placement at, Mapping mapping, int most) {
        List<Series> series = new ArrayList<>();
        props.value("value").ifPresent(value -> series.add(new Series(shown(props, "title"), value)));
        for (Value item : props.items("series")) {
            Map<String, Value> members = item instanceof ObjectValue object ? object.members() : Map.of();
            List<Node> title = Optional.ofNullable(members.get("title"))
                    .flatMap(given -> mapping.values().content(given, at))
                    .map(Tags::shown)
                    .orElse(List.of());
            if (title.isEmpty() || !members.containsKey("value")) {
                mapping.findings()
                        .error(item.place(), "property-missing", "each item of 'series' needs 'title' and 'value'");
            }
            series.add(new Series(title, members.getOrDefault("value", item)));
        }
        if (series.isEmpty() || series.size() > most) {
            mapping.findings()
                    .error(
                            props.place(),
                            "value-unknown",
                            "this chart shows 1 to %s values for each row, found %s; name them in 'value' or in 'series'"
                                    .formatted(most, series.size()));
            return List.of();
        }
        return series;
    }

    private static List<Node> point(Value label, List<Series> series, Placement row, Mapping mapping) {
        List<Expression> values = series.stream()
                .map(one -> mapping.values().condition(one.value(), row).orElse(Expression.FALSE))
                .toList();
        return List.of(new Node.Point(mapping.values().condition(label, row).orElse(Expression.FALSE), values));
    }

    private static Node drawing(Props props, Node chart) {
        List<Node> parts = new ArrayList<>();
        parts.add(Tags.bare(Element.TITLE, shown(props, "title")));
        if (props.value("description").isPresent()) {
            parts.add(Tags.bare(Element.DESC, shown(props, "description")));
        }
        parts.add(chart);
        return Tags.bare(
                Element.SVG, parts, Tags.with(Attribute.ROLE, "img"), Tags.with(Attribute.VIEWBOX, Charts.VIEW));
    }

    private static Node legend(List<Series> series) {
        List<Node> entries = new ArrayList<>();
        for (Series one : series) {
            entries.add(
                    Tags.bare(Element.LI, one.title(), Tags.with(Attribute.CLASS, "series-" + (entries.size() + 1))));
        }
        return Tags.bare(Element.UL, entries);
    }

    private static Node table(List<Series> series, List<Node> rows) {
        List<Node> titles = new ArrayList<>();
        titles.add(Tags.bare(Element.TD, List.of()));
        series.forEach(one -> titles.add(Tags.bare(Element.TH, one.title(), Tags.with(Attribute.SCOPE, "col"))));
        return Tags.tag(
                Element.TABLE,
                Role.TABLE,
                List.of(
                        Tags.bare(Element.THEAD, List.of(Tags.bare(Element.TR, titles))),
                        Tags.bare(Element.TBODY, rows)));
    }

    private static List<Node> cells(Value label, List<Series> series, Placement row, Mapping mapping) {
        List<Node> cells = new ArrayList<>();
        cells.add(Tags.bare(Element.TH, cell(label, row, mapping), Tags.with(Attribute.SCOPE, "row")));
        series.forEach(one -> cells.add(Tags.bare(Element.TD, cell(one.value(), row, mapping))));
        return List.of(Tags.bare(Element.TR, cells));
    }

    private static List<Node> cell(Value value, Placement row, Mapping mapping) {
        return mapping.values().computed(value, row).map(Tags::shown).orElse(List.of());
    }
}
