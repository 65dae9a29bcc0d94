package dev.platen.engine.chart;

import java.util.List;

/** Upright bars, those of one point side by side. */
record Bars(Canvas canvas, Axes axes) {
    private static final double FILLED = 0.76;

    void draw(List<Point> points, int series) {
        double width = axes.slot() * FILLED / series;
        double gap = axes.slot() * (1 - FILLED) / 2;
        for (int i = 0; i < points.size(); i++) {
            for (int s = 0; s < series; s++) {
                Amount amount = points.get(i).amount(s);
                if (!amount.isNone()) {
                    double y = axes.height(amount.number());
                    canvas.rectangle(
                            Charts.kind(s),
                            axes.left(i) + gap + s * width,
                            Math.min(y, axes.ground()),
                            width,
                            Math.abs(y - axes.ground()),
                            points.get(i).title(s));
                }
            }
        }
    }
}
