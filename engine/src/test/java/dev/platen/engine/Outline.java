package dev.platen.engine;

import dev.platen.engine.ir.Attributed;
import dev.platen.engine.ir.Content;
import dev.platen.engine.ir.Node;
import java.util.List;
import java.util.Locale;

/** Parts of a page as lines that people can read and compare. */
final class Outline {
    private final StringBuilder lines = new StringBuilder();

    static String of(Node node) {
        Outline outline = new Outline();
        outline.add(node, 0);
        return outline.lines.toString();
    }

    private void add(Node node, int depth) {
        switch (node) {
            case Node.Tagged tagged -> {
                StringBuilder line = new StringBuilder(tagged.element().name().toLowerCase(Locale.ROOT));
                tagged.attributes().forEach(attribute -> line.append(' ').append(text(attribute)));
                line(depth, line.toString());
                all(tagged.children(), depth + 1);
            }
            case Node.Shown shown -> line(depth, text(shown.content()));
            case Node.When when -> group(depth, "when " + when.condition(), when.then());
            case Node.Each each -> {
                line(depth, "each " + each.list());
                all(each.body(), depth + 1);
                if (!each.otherwise().isEmpty()) {
                    line(depth, "otherwise");
                    all(each.otherwise(), depth + 1);
                }
            }
            case Node.Lazy lazy ->
                group(depth, "lazy " + lazy.name() + " '" + lazy.words().title() + "'", lazy.body());
            case Node.Section section -> group(depth, "section " + section.spot(), section.children());
            case Node.Field field -> line(depth, "field " + field.spot() + " " + field.control());
            case Node.Repeat repeat -> line(depth, "repeat " + repeat.spot());
            case Node.Entries entries -> line(depth, "entries " + entries.spot());
            case Node.Alternatives alternatives -> line(depth, "alternatives " + alternatives.spot());
            case Node.Call call -> line(depth, "call " + call.routine());
            case Node.Posted posted -> group(depth, "form " + posted.submit(), posted.body());
            case Node.Chart chart -> group(depth, "chart " + chart.drawing(), chart.points());
            case Node.Point point -> line(depth, "point " + point.label() + " " + point.values());
            case Node.Notice notice -> line(depth, "notice " + notice.message());
        }
    }

    private void group(int depth, String text, List<Node> nodes) {
        line(depth, text);
        all(nodes, depth + 1);
    }

    private void all(List<Node> nodes, int depth) {
        nodes.forEach(node -> add(node, depth));
    }

    private void line(int depth, String text) {
        lines.append("  ".repeat(depth)).append(text).append('\n');
    }

    private static String text(Attributed attribute) {
        return attribute.attribute().name().toLowerCase(Locale.ROOT) + "=" + text(attribute.content());
    }

    private static String text(Content content) {
        return switch (content) {
            case Content.Text text -> "'" + text.text() + "'";
            case Content.Own own -> own.word().toString();
            case Content.Computed computed -> computed.value().toString();
            case Content.Classes classes -> classes.role() + (classes.more().isEmpty() ? "" : "+" + classes.more());
            case Content.Id id -> "id" + id.suffix();
            case Content.Flag flag -> flag.condition().toString();
        };
    }
}
