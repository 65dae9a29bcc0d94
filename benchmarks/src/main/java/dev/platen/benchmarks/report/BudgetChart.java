package dev.platen.benchmarks.report;

import dev.platen.benchmarks.report.Budget.AtLeast;
import dev.platen.benchmarks.report.Budget.AtMost;
import dev.platen.benchmarks.report.Budget.None;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The findings that have a budget, as bars in SVG: how many times each is better than its budget, on a scale where every
 * step is ten times the one before.
 */
public final class BudgetChart {
    private static final int WIDTH = 1_000;
    private static final int LEFT = 520;
    private static final int RIGHT = 150;
    private static final int TOP = 56;
    private static final int ROW = 22;
    private static final double LOWEST = 0.01;
    private static final double HIGHEST = 100;

    /** One bar. */
    private record Bar(String name, double timesBetter, String label) {}

    private BudgetChart() {}

    /** The chart of a report; without bars where no finding has a budget. */
    public static String of(Report report) {
        List<Bar> bars = bars(report);
        int height = TOP + bars.size() * ROW + 16;
        StringBuilder svg = new StringBuilder(head(report, height));
        for (double tick = LOWEST; tick <= HIGHEST; tick *= 10) {
            svg.append(line(tick, height));
        }
        for (int i = 0; i < bars.size(); i++) {
            svg.append(bar(bars.get(i), TOP + i * ROW));
        }
        return svg.append("</svg>\n").toString();
    }

    private static List<Bar> bars(Report report) {
        List<Bar> bars = new ArrayList<>();
        for (Section section : report.sections()) {
            String title = section.title().split(",", 2)[0];
            for (Finding finding : section.findings()) {
                double better =
                        switch (finding.budget()) {
                            case AtLeast(double limit) -> finding.value() / limit;
                            case AtMost(double limit) -> limit / finding.value();
                            case None _ -> 0;
                        };
                if (better > 0) {
                    bars.add(new Bar(title + ": " + finding.name(), better, label(finding)));
                }
            }
        }
        return bars;
    }

    private static String label(Finding finding) {
        return "%s %s (%s)"
                .formatted(
                        Figures.text(finding.value()),
                        finding.unit(),
                        finding.budget().text());
    }

    private static String head(Report report, int height) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="t d">
                <title id="t">%3$s, %4$s: figures against their budgets</title>
                <desc id="d">Bars to the right of the line at 1 keep their budget, bars to the left of it miss it.</desc>
                <style>
                text { font: 12px sans-serif; fill: #1f2328; } .tick { stroke: #8c959f; stroke-width: .5; }
                .budget { stroke: #1f2328; stroke-width: 1.5; } .kept { fill: #1a7f37; } .missed { fill: #bc4c00; }
                rect.ground { fill: #ffffff; }
                </style>
                <rect class="ground" width="%1$d" height="%2$d"/>
                <text x="12" y="20">Times better than the budget, %4$s</text>
                """.formatted(WIDTH, height, escaped(report.name()), report.date());
    }

    private static String line(double tick, int height) {
        boolean isBudget = Math.abs(tick - 1) < LOWEST;
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%2$.1f\" x2=\"%2$.1f\" y1=\"%3$d\" y2=\"%4$d\"/>"
                        + "<text x=\"%2$.1f\" y=\"%5$d\" text-anchor=\"middle\">%6$s</text>%n",
                isBudget ? "budget" : "tick",
                x(tick),
                TOP - 8,
                height - 8,
                TOP - 14,
                isBudget ? "budget" : Figures.text(tick));
    }

    private static String bar(Bar bar, int y) {
        double from = Math.min(x(1), x(bar.timesBetter()));
        double width = Math.max(1, Math.abs(x(bar.timesBetter()) - x(1)));
        return String.format(
                Locale.ROOT,
                "<text x=\"12\" y=\"%d\">%s</text><rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\"/>"
                        + "<text x=\"%d\" y=\"%d\">%s</text>%n",
                y + 12,
                escaped(bar.name()),
                bar.timesBetter() >= 1 ? "kept" : "missed",
                from,
                y,
                width,
                WIDTH - RIGHT + 12,
                y + 12,
                escaped(bar.label()));
    }

    private static double x(double timesBetter) {
        double share = Math.log(Math.clamp(timesBetter, LOWEST, HIGHEST) / LOWEST) / Math.log(HIGHEST / LOWEST);
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
