package dev.platen.engine.chart;

import java.util.List;

/** Lines from point to point, broken where there is no value. */
record Lines(Canvas canvas, Axes axes, boolean isFilled) {
    /** Beyond, marks would touch each other. */
    private static final int MOST_MARKS = 60;

    void draw(List<Point> points, int series) {
        for (int s = 0; s < series; s++) {
            if (isFilled) {
                canvas.path("area " + Charts.kind(s), way(points, s, true), "");
            }
            canvas.path("line " + Charts.kind(s), way(points, s, false), "");
            marks(points, s);
        }
    }

    private void marks(List<Point> points, int series) {
        for (int i = 0; i < points.size() && points.size() <= MOST_MARKS; i++) {
            Amount amount = points.get(i).amount(series);
            if (!amount.isNone()) {
                canvas.circle(
                        Charts.kind(series),
                        axes.middle(i),
                        axes.height(amount.number()),
                        3,
                        points.get(i).title(series));
            }
        }
    }

    private String way(List<Point> points, int series, boolean isClosed) {
        StringBuilder way = new StringBuilder();
        int begun = -1;
        for (int i = 0; i <= points.size(); i++) {
            boolean isThere = i < points.size() && !points.get(i).amount(series).isNone();
            if (isThere) {
                double y = axes.height(points.get(i).amount(series).number());
                boolean isFirst = begun < 0;
                if (isFirst) {
                    begun = i;
                    way.append(isClosed ? Axes.way('M', axes.middle(i), axes.ground()) : "");
                }
                way.append(Axes.way(isFirst && !isClosed ? 'M' : 'L', axes.middle(i), y));
            } else if (begun >= 0) {
                way.append(isClosed ? Axes.way('L', axes.middle(i - 1), axes.ground()) + "Z" : "");
                begun = -1;
            }
        }
        return way.toString();
    }
}
