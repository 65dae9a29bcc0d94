package dev.platen.benchmarks.load;

import dev.platen.benchmarks.load.FollowedLoad.Moment;
import dev.platen.operator.api.LastDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How renderers followed a load, as SVG: four panels over the same time, and a line wherever the operator took a step. */
final class FollowedChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 90;
    private static final int RIGHT = 190;
    private static final int TOP = 40;
    private static final int PANEL = 120;
    private static final int GAP = 34;
    private static final int PANELS = 4;
    private static final int HEIGHT = TOP + PANELS * (PANEL + GAP) + 20;
    private static final int TICK_SECONDS = 60;
    private static final String FIRST = "#0550ae";
    private static final String SECOND = "#cf222e";

    private final List<Moment> moments;
    private final List<LastDecision> steps;
    private final Instant begin;
    private final double seconds;
    private final StringBuilder svg = new StringBuilder();

    private FollowedChart(List<Moment> moments, List<LastDecision> steps, Instant begin) {
        this.moments = moments;
        this.steps = steps;
        this.begin = begin;
        this.seconds = moments.getLast().seconds();
    }

    /** Draws what was seen, at least one moment. */
    static String of(List<Moment> moments, List<LastDecision> steps, Instant begin) {
        return new FollowedChart(moments, steps, begin).draw();
    }

    private String draw() {
        svg.append(head());
        panel(0, "requests per second", Moment::offered, Moment::answered);
        legend(0, "sent", "answered");
        panel(1, "renderers", Moment::wanted, Moment::ready);
        legend(1, "asked for", "ready");
        panel(2, "p95 of a page, ms", Moment::millis);
        panel(3, "records that wait", Moment::lag);
        steps.forEach(this::step);
        for (int tick = 0; tick <= seconds; tick += TICK_SECONDS) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d s</text>%n",
                    x(tick),
                    HEIGHT - 20,
                    tick));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String head() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="t d">
                <title id="t">A load that doubles and halves, and the renderers that the operator gives it</title>
                <desc id="d">Four panels over the same time: requests per second, renderers, p95 of a page, records that wait. \
                Dashed lines are the steps of the operator.</desc>
                <style>
                text { font: 12px sans-serif; fill: #1f2328; } .grid { stroke: #d0d7de; stroke-width: .5; }
                .step { stroke: #57606a; stroke-width: 1; stroke-dasharray: 4 3; } polyline { fill: none; stroke-width: 1.8; }
                </style>
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                """.formatted(WIDTH, HEIGHT);
    }

    @SafeVarargs
    private void panel(int number, String title, ToDoubleFunction<Moment>... lines) {
        double most = 1;
        for (ToDoubleFunction<Moment> line : lines) {
            most = Math.max(most, moments.stream().mapToDouble(line).max().orElseThrow());
        }
        int bottom = bottom(number);
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>%n", LEFT, bottom - PANEL - 8, title));
        for (double share : List.of(0.0, 0.5, 1.0)) {
            double y = bottom - share * PANEL;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT - 8,
                    y + 4,
                    number(share * most)));
        }
        for (int line = 0; line < lines.length; line++) {
            line(lines[line], line == 0 ? FIRST : SECOND, bottom, most);
        }
    }

    /** A value holds from the end of the window before to the end of its own. */
    private void line(ToDoubleFunction<Moment> value, String color, int bottom, double most) {
        StringBuilder points = new StringBuilder();
        double from = 0;
        for (Moment moment : moments) {
            double y = bottom - value.applyAsDouble(moment) / most * PANEL;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f %.1f,%.1f ", x(from), y, x(moment.seconds()), y));
            from = moment.seconds();
        }
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" stroke=\"%s\"/>%n",
                points.toString().strip(),
                color));
    }

    private void legend(int number, String first, String second) {
        int y = bottom(number) - PANEL + 20;
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$d\" x2=\"%2$d\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"%4$s\" stroke-width=\"2\"/>",
                730,
                755,
                y,
                FIRST));
        svg.append(String.format(Locale.ROOT, "<text x=\"762\" y=\"%d\">%s</text>%n", y + 4, first));
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$d\" x2=\"%2$d\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"%4$s\" stroke-width=\"2\"/>",
                730,
                755,
                y + 20,
                SECOND));
        svg.append(String.format(Locale.ROOT, "<text x=\"762\" y=\"%d\">%s</text>%n", y + 24, second));
    }

    private void step(LastDecision step) {
        double x = x(Duration.between(begin, Instant.parse(step.time())).toMillis() / 1e3);
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"step\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>",
                x,
                TOP,
                bottom(PANELS - 1)));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d → %d</text>%n",
                x,
                bottom(1) - PANEL - 8,
                step.from(),
                step.to()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) || value >= 10 ? "%.0f" : "%.1f", value);
    }

    private static int bottom(int panel) {
        return TOP + panel * (PANEL + GAP) + PANEL;
    }

    private double x(double atSeconds) {
        return LEFT + Math.clamp(atSeconds / seconds, 0, 1) * (WIDTH - LEFT - RIGHT);
    }
}
