package dev.platen.benchmarks.autoscale;

import dev.platen.benchmarks.autoscale.workload.Curves;
import dev.platen.benchmarks.autoscale.workload.MinuteTrace;
import dev.platen.benchmarks.autoscale.workload.RateCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A load in two halves.
 *
 * @param name for files
 * @param title for people
 * @param training half on which settings are chosen
 * @param scoring half on which they are judged
 */
record Trace(String name, String title, RateCurve training, RateCurve scoring) {
    private static final int DAY = 86_400;
    private static final int HALF_DAY = DAY / 2;
    private static final int QUICK_SECONDS = 5_400;
    private static final int CROWDS = 24;
    private static final String FILE = "shared/corpora/traces/worldcup98-per-minute.csv";

    /** All that there are; those of the file only where it is found beside the repository or above. */
    static List<Trace> all(Path home, double peak, boolean isQuick) throws IOException {
        List<Trace> traces = new ArrayList<>();
        Path file = file(home);
        if (file != null) {
            RateCurve days = MinuteTrace.read(file, List.of("1998-06-29", "1998-06-30"));
            traces.add(of("worldcup", "World Cup 1998, 29 and 30 June", days, peak, isQuick));
        }
        RateCurve day = Curves.diurnal(DAY, HALF_DAY, 11);
        RateCurve crowds = Curves.withCrowds(Curves.diurnal(DAY, HALF_DAY, 12), CROWDS, 13);
        traces.add(of("diurnal", "a generated day", day, peak, isQuick));
        traces.add(of("crowds", "a generated day with flash crowds", crowds, peak, isQuick));
        traces.add(of("switching", "three levels in random turns (MMPP)", Curves.switching(DAY, 14), peak, isQuick));
        return traces;
    }

    private static Trace of(String name, String title, RateCurve shape, double peak, boolean isQuick) {
        RateCurve curve = shape.times(peak / shape.peak());
        int half = curve.perSecond().length / 2;
        int length = isQuick ? QUICK_SECONDS : half;
        // A quick run looks at the busy end of both halves.
        return new Trace(name, title, curve.between(half - length, half), curve.between(2 * half - length, 2 * half));
    }

    private static @Nullable Path file(Path home) {
        return Stream.iterate(home, Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }
}
