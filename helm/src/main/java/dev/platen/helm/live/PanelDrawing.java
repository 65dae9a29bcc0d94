package dev.platen.helm.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What stands inside one panel. */
final class PanelDrawing {
    /**
     * One series of a panel.
     *
     * @param name in the legend
     * @param points by their time in seconds
     */
    record Line(String name, NavigableMap<Long, Double> points) {}

    private static final String[] COLORS = {
        "#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22"
    };
    private static final int LEFT = 58;
    private static final int TOP = 26;
    private static final int RIGHT = 10;
    private static final int LEGEND_ROW = 13;
    private static final int MOST_NAMES = 8;
    private static final int LETTER = 6;

    private final StringBuilder svg = new StringBuilder();
    private final JsonNode defaults;
    private final String unit;
    private final int width;
    private final int height;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    PanelDrawing(JsonNode defaults, int width, int height) {
        this.defaults = defaults;
        this.unit = defaults.path("unit").asText();
        this.width = width;
        this.height = height;
    }

    String draw(String type, List<Line> lines) {
        if (lines.isEmpty()) {
            text(width / 2.0, height / 2.0, "middle", defaults.path("noValue").asText("no data"));
            return svg.toString();
        }
        lines.forEach(line -> {
            from = Math.min(from, line.points().firstKey());
            to = Math.max(to, Math.max(from + 1, line.points().lastKey()));
        });
        switch (type) {
            case "stat" -> number(lines);
            case "heatmap" -> heatmap(lines);
            default -> lines(lines);
        }
        return svg.toString();
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"%s\" fill=\"#555\">%s</text>%n",
                x,
                y,
                anchor,
                Drawing.escaped(text)));
    }

    private void number(List<Line> lines) {
        int row = 0;
        for (Line line : lines) {
            String value = Unit.text(line.points().lastEntry().getValue(), unit);
            String shown = line.name().isEmpty() ? value : line.name() + " " + value;
            int size = lines.size() == 1 ? 26 : 15;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"%d\">%s</text>%n",
                    width / 2,
                    TOP + 40 + 20 * row++,
                    size,
                    Drawing.escaped(shown)));
        }
    }

    private void lines(List<Line> lines) {
        boolean isStacked = defaults.at("/custom/stacking/mode").asText().equals("normal");
        List<Line> drawn = isStacked ? stacked(lines) : lines;
        double highest = drawn.stream()
                .flatMap(line -> line.points().values().stream())
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        double top = defaults.path("max").asDouble(highest <= 0 ? 1 : highest * 1.05);
        int names = Math.min(lines.size(), MOST_NAMES);
        double bottom = height - 6.0 - LEGEND_ROW * ((names + 1) / 2);
        for (int tick = 0; tick <= 4; tick++) {
            double y = bottom - (bottom - TOP) * tick / 4;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#eee\"/>%n",
                    LEFT,
                    width - RIGHT,
                    y,
                    y));
            text(LEFT - 4.0, y + 4, "end", Unit.text(top * tick / 4, unit));
        }
        for (int i = 0; i < drawn.size(); i++) {
            polyline(drawn.get(i), COLORS[i % COLORS.length], bottom, top);
        }
        legend(lines, names, bottom);
    }

    private static List<Line> stacked(List<Line> lines) {
        TreeMap<Long, Double> sums = new TreeMap<>();
        return lines.stream()
                .map(line -> {
                    TreeMap<Long, Double> points = new TreeMap<>();
                    line.points().forEach((at, value) -> points.put(at, sums.merge(at, value, Double::sum)));
                    return new Line(line.name(), points);
                })
                .toList();
    }

    private void polyline(Line line, String color, double bottom, double top) {
        svg.append(String.format(Locale.ROOT, "<polyline fill=\"none\" stroke=\"%s\" points=\"", color));
        line.points()
                .forEach((at, value) -> svg.append(String.format(
                        Locale.ROOT,
                        "%.1f,%.1f ",
                        across(at),
                        bottom - (bottom - TOP) * Math.clamp(value / top, 0, 1))));
        svg.append(String.format(Locale.ROOT, "\"/>%n"));
    }

    private double across(long at) {
        return LEFT + (width - LEFT - RIGHT) * (double) (at - from) / (to - from);
    }

    private void legend(List<Line> lines, int names, double bottom) {
        int half = (width - LEFT) / 2;
        for (int i = 0; i < names; i++) {
            double x = LEFT + (i % 2) * half;
            double y = bottom + 13 + LEGEND_ROW * (i / 2);
            String name = lines.get(i).name();
            boolean isLast = i == MOST_NAMES - 1 && lines.size() > MOST_NAMES;
            String shown = isLast ? "and %d more".formatted(lines.size() - MOST_NAMES + 1) : name;
            int fits = (half - 14) / LETTER;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.0f\" y=\"%.0f\" width=\"8\" height=\"3\" fill=\"%s\"/>%n",
                    x,
                    y - 5,
                    COLORS[i % COLORS.length]));
            text(x + 12, y, "start", shown.length() > fits ? shown.substring(0, fits - 1) + "…" : shown);
        }
    }

    /** Buckets are cumulative: each cell is what was added between two bounds. */
    private void heatmap(List<Line> lines) {
        TreeMap<Double, NavigableMap<Long, Double>> buckets = new TreeMap<>();
        lines.forEach(line -> buckets.put(
                line.name().equals("+Inf") ? Double.MAX_VALUE : Double.parseDouble(line.name()), line.points()));
        TreeMap<Double, NavigableMap<Long, Double>> cells = new TreeMap<>();
        NavigableMap<Long, Double> below = new TreeMap<>();
        for (Map.Entry<Double, NavigableMap<Long, Double>> bucket : buckets.entrySet()) {
            TreeMap<Long, Double> own = new TreeMap<>();
            for (Map.Entry<Long, Double> point : bucket.getValue().entrySet()) {
                own.put(point.getKey(), Math.max(0, point.getValue() - below.getOrDefault(point.getKey(), 0.0)));
            }
            below = bucket.getValue();
            if (own.values().stream().anyMatch(value -> value > 0)) {
                cells.put(bucket.getKey(), own);
            }
        }
        cells(cells);
    }

    private void cells(NavigableMap<Double, NavigableMap<Long, Double>> cells) {
        double most = cells.values().stream()
                .flatMap(row -> row.values().stream())
                .max(Comparator.naturalOrder())
                .orElse(1.0);
        double tall = (height - TOP - 10.0) / Math.max(1, cells.size());
        double wide = (width - LEFT - RIGHT) / (double) (to - from + 1);
        double y = height - 10.0;
        double named = Double.MAX_VALUE;
        for (Map.Entry<Double, NavigableMap<Long, Double>> row : cells.entrySet()) {
            y -= tall;
            double bound = row.getKey();
            if (named - y >= LEGEND_ROW) {
                named = y;
                text(LEFT - 4.0, y + tall / 2 + 4, "end", bound == Double.MAX_VALUE ? "∞" : Unit.text(bound, unit));
            }
            for (Map.Entry<Long, Double> cell : row.getValue().entrySet()) {
                if (cell.getValue() > 0) {
                    svg.append(String.format(
                            Locale.ROOT,
                            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#08519c\" opacity=\"%.2f\"/>%n",
                            across(cell.getKey()),
                            y,
                            wide,
                            tall - 0.5,
                            0.1 + 0.9 * cell.getValue() / most));
                }
            }
        }
    }
}
