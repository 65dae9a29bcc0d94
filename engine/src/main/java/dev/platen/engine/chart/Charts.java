package dev.platen.engine.chart;

import dev.platen.contract.plan.Op;
import dev.platen.engine.html.HtmlWriter;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Draws charts. Stateless. */
public final class Charts {
    /** Points that a chart shows; more are left out. */
    public static final int MOST_POINTS = 400;

    /** The part of the drawing that is seen: all of it. */
    public static final String VIEW = "0 0 " + Canvas.WIDTH + " " + Canvas.HEIGHT;

    private Charts() {}

    /** Writes the drawing, without the element around it. The same points always give the same bytes. */
    public static void draw(Op.Drawing drawing, List<Point> points, HtmlWriter html) {
        Canvas canvas = new Canvas(html);
        int series =
                points.stream().mapToInt(point -> point.amounts().size()).max().orElse(1);
        switch (drawing) {
            case BAR -> new Bars(canvas, axes(canvas, points, true)).draw(points, series);
            case LINE -> new Lines(canvas, axes(canvas, points, false), false).draw(points, series);
            case AREA -> new Lines(canvas, axes(canvas, points, true), true).draw(points, series);
            case PIE -> new Sectors(canvas, false).draw(points);
            case DONUT -> new Sectors(canvas, true).draw(points);
        }
    }

    private static Axes axes(Canvas canvas, List<Point> points, boolean hasZero) {
        DoubleSummaryStatistics numbers = points.stream()
                .flatMap(point -> point.amounts().stream())
                .filter(amount -> !amount.isNone())
                .mapToDouble(Amount::number)
                .summaryStatistics();
        if (numbers.getCount() == 0 || hasZero) {
            numbers.accept(0);
        }
        return new Axes(canvas, points, Scale.of(numbers.getMin(), numbers.getMax()));
    }

    /** The class of a series, or of a sector; there are as many as colours. */
    static String kind(int number) {
        return "series-" + (number % Op.CHART_SERIES + 1);
    }
}
