package dev.platen.benchmarks.autoscale;

import dev.platen.benchmarks.autoscale.Contest.Score;
import dev.platen.benchmarks.autoscale.law.Family;
import java.util.List;
import java.util.Locale;

/**
 * What each law costs and how often it is late, as SVG: replica-hours to the right, the share over the objective upwards on a
 * scale where every step is ten times the one before. Lower and further left is better.
 */
final class ParetoChart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 520;
    private static final int LEFT = 80;
    private static final int RIGHT = 190;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;
    private static final double LOWEST = 1e-5;
    private static final int STEPS = 6;
    private static final List<String> COLORS =
            List.of("#0550ae", "#cf222e", "#bf8700", "#8250df", "#1a7f37", "#bf3989", "#57606a", "#1f2328");

    private static final List<Family> FAMILIES = List.of(Family.values());

    private final Contest contest;
    private final double most;

    private ParetoChart(Contest contest) {
        this.contest = contest;
        double dearest = contest.tuned().stream()
                .mapToDouble(score -> score.outcome().replicaHours())
                .max()
                .orElseThrow();
        most = Math.ceil(dearest * 1.05 / 50) * 50;
    }

    static String of(Contest contest) {
        return new ParetoChart(contest).draw();
    }

    private String draw() {
        StringBuilder svg = new StringBuilder(head());
        for (int step = 0; step < STEPS; step++) {
            double share = LOWEST * Math.pow(10, step);
            svg.append(gridLine(share));
        }
        for (int step = 0; step <= 5; step++) {
            double hours = most * step / 5;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>%n",
                    x(hours),
                    HEIGHT - BOTTOM + 20,
                    hours));
        }
        for (Family family : FAMILIES) {
            svg.append(law(family));
        }
        svg.append(mark(contest.byDefault(), COLORS.getFirst(), "diamond"));
        svg.append(legendLine(FAMILIES.size(), COLORS.getFirst(), "Platen, as shipped", "diamond"));
        return svg.append("</svg>\n").toString();
    }

    private String head() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="t d">
                <title id="t">%3$s: replica-hours and requests over the objective, by law</title>
                <desc id="d">Lower and further left is better. A line joins the settings of a law that were best on the first \
                half; the large mark is the one that was chosen there.</desc>
                <style>
                text { font: 12px sans-serif; fill: #1f2328; } .grid { stroke: #d0d7de; stroke-width: .5; }
                .limit { stroke: #cf222e; stroke-width: 1; stroke-dasharray: 4 3; } polyline { fill: none; stroke-width: 1; }
                </style>
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                <text x="%4$d" y="20">Second half of %3$s: requests over the objective</text>
                <text x="%5$d" y="%6$d" text-anchor="middle">replica-hours</text>
                """.formatted(WIDTH, HEIGHT, contest.trace().title(), 12, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14);
    }

    private static String gridLine(double share) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%1$s\" x1=\"%2$d\" x2=\"%3$d\" y1=\"%4$.1f\" y2=\"%4$.1f\"/>"
                        + "<text x=\"%5$d\" y=\"%6$.1f\" text-anchor=\"end\">%7$s %%</text>%n",
                Math.abs(share - Contest.ALLOWED) < LOWEST ? "limit" : "grid",
                LEFT,
                WIDTH - RIGHT,
                y(share),
                LEFT - 8,
                y(share) + 4,
                share * 100 >= 1
                        ? String.format(Locale.ROOT, "%.0f", share * 100)
                        : Float.toString((float) (share * 100)));
    }

    private String law(Family family) {
        String color = COLORS.get(FAMILIES.indexOf(family));
        StringBuilder points = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (Score score : contest.front(family)) {
            if (score.outcome().replicaHours() <= most) {
                points.append(String.format(
                        Locale.ROOT,
                        "%.1f,%.1f ",
                        x(score.outcome().replicaHours()),
                        y(score.outcome().shareOver())));
                marks.append(mark(score, color, "small"));
            }
        }
        return "<polyline points=\"%s\" stroke=\"%s\"/>%n"
                        .formatted(points.toString().trim(), color)
                + marks
                + mark(contest.tuned(family), color, "large")
                + legendLine(FAMILIES.indexOf(family), color, family.label(), "large");
    }

    private String mark(Score score, String color, String kind) {
        return mark(x(score.outcome().replicaHours()), y(score.outcome().shareOver()), color, kind);
    }

    private static String mark(double x, double y, String color, String kind) {
        if (kind.equals("diamond")) {
            return String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %.1f l7 7 l-7 7 l-7 -7 z\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                    x,
                    y - 7,
                    color);
        }
        return String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%s\" fill=\"%s\"/>%n",
                x,
                y,
                kind.equals("large") ? "6" : "2.5",
                color);
    }

    private static String legendLine(int line, String color, String text, String kind) {
        int y = TOP + 10 + line * 22;
        return mark(WIDTH - RIGHT + 24, y, color, kind)
                + "<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(WIDTH - RIGHT + 38, y + 4, text);
    }

    private double x(double hours) {
        return LEFT + Math.min(1, hours / most) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        double height = Math.log10(Math.clamp(share, LOWEST, 1) / LOWEST) / (STEPS - 1);
        return HEIGHT - BOTTOM - height * (HEIGHT - TOP - BOTTOM);
    }
}
