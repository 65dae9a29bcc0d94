package dev.platen.helm.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.platen.helm.dashboard.Dashboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A dashboard with what a Prometheus knows at the moment, as SVG, for people who have no Grafana at hand. It has the places, titles,
 * units and legends of the dashboard, and none of its colours.
 */
public final class Drawing {
    private static final int COLUMN = 50;
    private static final int UNIT = 30;
    private static final int GAP = 6;
    private static final int HEAD = 34;

    private final Prometheus prometheus;
    private final StringBuilder svg = new StringBuilder();

    private Drawing(Prometheus prometheus) {
        this.prometheus = prometheus;
    }

    /** The whole dashboard. */
    public static String of(Dashboard dashboard, Prometheus prometheus) {
        Drawing drawing = new Drawing(prometheus);
        JsonNode panels = dashboard.model().path("panels");
        int height = HEAD;
        for (JsonNode panel : panels) {
            JsonNode place = panel.path("gridPos");
            height = Math.max(
                    height,
                    HEAD + UNIT * (place.path("y").asInt() + place.path("h").asInt()));
        }
        drawing.svg.append(String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 %d" font-family="sans-serif" font-size="11">
                <rect width="1200" height="%d" fill="#f4f5f5"/>
                <text x="%d" y="23" font-size="16" font-weight="bold">%s</text>
                """,
                height,
                height,
                GAP,
                escaped(dashboard.model().path("title").asText())));
        panels.forEach(drawing::panel);
        return drawing.svg.append("</svg>\n").toString();
    }

    private void panel(JsonNode panel) {
        JsonNode place = panel.path("gridPos");
        int x = place.path("x").asInt() * COLUMN + GAP / 2;
        int y = HEAD + place.path("y").asInt() * UNIT + GAP / 2;
        int width = place.path("w").asInt() * COLUMN - GAP;
        int height = place.path("h").asInt() * UNIT - GAP;
        String title = escaped(panel.path("title").asText());
        if (panel.path("type").asText().equals("row")) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" font-size=\"13\" font-weight=\"bold\">%s</text>%n",
                    x + 2,
                    y + 17,
                    title));
            return;
        }
        svg.append(String.format(
                Locale.ROOT, "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\">%n", x, y, width, height));
        svg.append(String.format(
                Locale.ROOT,
                "<title>%s</title>%n",
                escaped(panel.path("description").asText())));
        svg.append(String.format(
                Locale.ROOT, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\" stroke=\"#ddd\"/>%n", width, height));
        svg.append(String.format(Locale.ROOT, "<text x=\"8\" y=\"16\" font-weight=\"bold\">%s</text>%n", title));
        svg.append(new PanelDrawing(panel.at("/fieldConfig/defaults"), width, height)
                .draw(panel.path("type").asText(), shown(panel)));
        svg.append(String.format(Locale.ROOT, "</svg>%n"));
    }

    private List<PanelDrawing.Line> shown(JsonNode panel) {
        List<PanelDrawing.Line> lines = new ArrayList<>();
        for (JsonNode target : panel.path("targets")) {
            String format = target.path("legendFormat").asText();
            for (Series series : prometheus.history(target.path("expr").asText())) {
                if (!series.points().isEmpty()) {
                    lines.add(new PanelDrawing.Line(series.legend(format), series.points()));
                }
            }
        }
        return lines;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
