package dev.platen.engine.chart;

import java.util.List;

/** Sectors of a disc or a ring, from noon on with the sun, and what they stand for beside it. */
record Sectors(Canvas canvas, boolean isRing) {
    private static final double MIDDLE = Canvas.HEIGHT / 2.0;
    private static final double RADIUS = MIDDLE - 8;
    private static final double HOLE = RADIUS * 0.58;
    private static final double LINE = 22;
    private static final int MOST_LINES = 10;
    private static final int LONGEST_LABEL = 24;

    void draw(List<Point> points) {
        List<Point> shown =
                points.stream().filter(point -> point.amount(0).number() > 0).toList();
        double whole =
                shown.stream().mapToDouble(point -> point.amount(0).number()).sum();
        double before = 0;
        for (int i = 0; i < shown.size(); i++) {
            double part = shown.get(i).amount(0).number() / whole;
            sector(Charts.kind(i), before, before + part, shown.get(i).title(0) + share(part));
            before += part;
        }
        for (int i = 0; i < shown.size() && i <= MOST_LINES; i++) {
            name(shown, i, shown.get(i).amount(0).number() / whole);
        }
    }

    private static String share(double part) {
        return " (" + Math.round(part * 100) + "%)";
    }

    private void name(List<Point> shown, int line, double part) {
        double left = 2 * MIDDLE + 10;
        double y = MIDDLE + (line - Math.min(shown.size(), MOST_LINES) / 2.0) * LINE;
        if (line == MOST_LINES) {
            canvas.text(left + 20, y + 12, "start", "…");
            return;
        }
        String label = shown.get(line).label();
        String name = label.codePointCount(0, label.length()) <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
        canvas.rectangle(Charts.kind(line), left, y + 2, 12, 12, "");
        canvas.text(left + 20, y + 12, "start", name + share(part));
    }

    private void sector(String kind, double from, double to, String title) {
        if (to - from > 0.9999) { // an arc that ends where it begins would be none
            canvas.path(kind, ring(0, 0.5) + ring(0.5, 1), title);
        } else {
            canvas.path(kind, ring(from, to), title);
        }
    }

    private String ring(double from, double to) {
        String isLarge = to - from > 0.5 ? "1" : "0";
        String outer = at('M', RADIUS, from) + arc(RADIUS, isLarge, "1") + at(' ', RADIUS, to);
        return isRing
                ? outer + at('L', HOLE, to) + arc(HOLE, isLarge, "0") + at(' ', HOLE, from) + "Z"
                : outer + Axes.way('L', MIDDLE, MIDDLE) + "Z";
    }

    private static String arc(double radius, String isLarge, String isWithTheSun) {
        return "A" + Canvas.length(radius) + " " + Canvas.length(radius) + " 0 " + isLarge + " " + isWithTheSun;
    }

    private static String at(char command, double radius, double turn) {
        double angle = 2 * Math.PI * turn;
        return Axes.way(command, MIDDLE + radius * StrictMath.sin(angle), MIDDLE - radius * StrictMath.cos(angle));
    }
}
