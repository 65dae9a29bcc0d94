package dev.platen.benchmarks.autoscale.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of requests per minute, lines of {@code period,count}. */
public final class MinuteTrace {
    private static final int MINUTE = 60;

    private MinuteTrace() {}

    /**
     * The minutes whose period starts with one of the given dates, as a rate for each second; between the middles of two
     * minutes the rate goes straight from one to the other.
     *
     * @param days such as {@code 1998-06-29}
     */
    public static RateCurve read(Path file, List<String> days) throws IOException {
        double[] counts = Files.readAllLines(file).stream()
                .filter(line -> days.stream().anyMatch(line::startsWith))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
                .toArray();
        if (counts.length == 0) {
            throw new IOException("%s has no minute of %s".formatted(file, days));
        }
        double[] rates = new double[counts.length * MINUTE];
        for (int second = 0; second < rates.length; second++) {
            double minute = (second + 0.5) / MINUTE - 0.5;
            int before = Math.clamp((int) Math.floor(minute), 0, counts.length - 1);
            int after = Math.min(before + 1, counts.length - 1);
            double share = Math.clamp(minute - before, 0, 1);
            rates[second] = (counts[before] * (1 - share) + counts[after] * share) / MINUTE;
        }
        return new RateCurve(rates);
    }
}
