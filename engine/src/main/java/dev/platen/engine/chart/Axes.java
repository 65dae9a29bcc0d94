package dev.platen.engine.chart;

import java.util.List;
import java.util.stream.IntStream;

/** The frame of charts that have two axes: values upward, points from left to right. */
final class Axes {
    private static final double NARROWEST = 30;
    private static final double RIGHT = Canvas.WIDTH - 10.0;
    private static final double TOP = 10;
    private static final double BOTTOM = Canvas.HEIGHT - 30.0;
    /** About as wide as a letter is. */
    private static final double LETTER = 8;

    private static final int LONGEST_LABEL = 14;

    private final Canvas canvas;
    private final Scale scale;
    private final double left;
    private final double slot;

    Axes(Canvas canvas, List<Point> points, Scale scale) {
        this.canvas = canvas;
        this.scale = scale;
        int widest = IntStream.rangeClosed(0, scale.last())
                .map(number -> scale.text(number).length())
                .max()
                .orElse(0);
        this.left = Math.max(NARROWEST, widest * LETTER + 10);
        this.slot = (RIGHT - left) / Math.max(1, points.size());
        for (int number = 0; number <= scale.last(); number++) {
            double y = BOTTOM - number * (BOTTOM - TOP) / scale.last();
            canvas.path("rule", way('M', left, y) + way('L', RIGHT, y), "");
            canvas.text(left - 6, y + 4, "end", scale.text(number));
        }
        labels(points);
    }

    /** Every label where they fit side by side, else every second, third and so on. */
    private void labels(List<Point> points) {
        int longest = points.stream()
                .mapToInt(point -> shortened(point.label()).length())
                .max()
                .orElse(0);
        int every = Math.max(1, (int) Math.ceil((longest * LETTER + 6) / slot));
        for (int i = 0; i < points.size(); i += every) {
            canvas.text(
                    middle(i), BOTTOM + 18, "middle", shortened(points.get(i).label()));
        }
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }

    static String way(char command, double x, double y) {
        return command + Canvas.length(x) + " " + Canvas.length(y);
    }

    /** How much room one point has. */
    double slot() {
        return slot;
    }

    double left(int point) {
        return left + point * slot;
    }

    double middle(int point) {
        return left(point) + slot / 2;
    }

    double height(double value) {
        return BOTTOM - scale.place(value) * (BOTTOM - TOP);
    }

    /** Where bars and areas begin: at zero. */
    double ground() {
        return Math.clamp(height(0), TOP, BOTTOM);
    }
}
