package dev.platen.helm.live;

import java.util.Locale;

/** How Grafana writes numbers, as far as our dashboards need it. */
final class Unit {
    private static final String[] LARGE = {"", "k", "M", "G"};
    private static final String[] BYTES = {" B", " KiB", " MiB", " GiB"};

    private Unit() {}

    static String text(double value, String unit) {
        return switch (unit) {
            case "percentunit" -> number(value * 100) + " %";
            case "s" -> time(value);
            case "bytes" -> scaled(value, 1024, BYTES);
            case "Bps" -> scaled(value, 1024, BYTES) + "/s";
            case "reqps", "ops" -> scaled(value, 1000, LARGE) + "/s";
            default -> scaled(value, 1000, LARGE);
        };
    }

    private static String time(double seconds) {
        if (seconds == 0 || seconds >= 1) {
            return number(seconds) + " s";
        }
        return seconds >= 0.001 ? number(seconds * 1e3) + " ms" : number(seconds * 1e6) + " µs";
    }

    private static String scaled(double value, int step, String... units) {
        double rest = value;
        int unit = 0;
        while (Math.abs(rest) >= step && unit < units.length - 1) {
            rest /= step;
            unit++;
        }
        return number(rest) + units[unit];
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value) ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
