package dev.platen.engine.render;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Op;
import dev.platen.engine.chart.Amount;
import dev.platen.engine.chart.Charts;
import dev.platen.engine.chart.Point;
import dev.platen.engine.html.HtmlOutput;
import dev.platen.engine.html.HtmlWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the points of the chart that is drawn next. Used for one rendering. */
final class ChartPoints {
    private static final int LONGEST_LABEL = 80;

    private final Evaluator evaluator;
    private final HtmlOutput out;
    private final List<Point> points = new ArrayList<>();

    ChartPoints(Evaluator evaluator, HtmlOutput out) {
        this.evaluator = evaluator;
        this.out = out;
    }

    void point(Expression label, int here) throws Refused {
        @Nullable Object value = evaluator.value(label, here);
        String text = value == null ? "" : evaluator.text(value);
        if (points.size() <= Charts.MOST_POINTS) {
            points.add(new Point(shortened(text, LONGEST_LABEL), List.of()));
        }
    }

    void value(Expression amount, int series, int here) throws Refused {
        if (points.isEmpty() || points.size() > Charts.MOST_POINTS) {
            return;
        }
        Point point = points.removeLast();
        List<Amount> amounts = new ArrayList<>(
                point.amounts().subList(0, Math.min(series, point.amounts().size())));
        while (amounts.size() < series) {
            amounts.add(Amount.NONE);
        }
        amounts.add(
                evaluator.value(amount, here) instanceof BigDecimal number
                        ? Amount.of(number.doubleValue(), evaluator.text(number))
                        : Amount.NONE);
        points.add(new Point(point.label(), amounts));
    }

    void draw(Op.Drawing drawing) {
        List<Point> shown = points.subList(0, Math.min(points.size(), Charts.MOST_POINTS));
        out.markup(HtmlWriter.capture(html -> Charts.draw(drawing, shown, html)));
        points.clear();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest / 2)) + "…";
    }
}
