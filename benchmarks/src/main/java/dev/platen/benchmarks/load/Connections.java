package dev.platen.benchmarks.load;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;

/** Ten thousand clients who stay connected: what they cost, and whether the others notice. */
final class Connections {
    private static final int WANTED = 10_000;
    private static final int ACTIVE = 200;
    private static final int SPARE_FILES = 1_000;
    private static final double RATE = 5_000;

    private final Effort effort;
    private final Rounds alone = new Rounds("%d busy connections alone".formatted(ACTIVE));
    private final Rounds among = new Rounds("%d busy connections among all".formatted(ACTIVE));
    private final Rounds everybody = new Rounds("everybody at once");

    Connections(Effort effort) {
        this.effort = effort;
    }

    List<Section> run() throws IOException {
        int count = Math.min(WANTED, openFiles() - SPARE_FILES);
        Supplier<Call> page = Requests.get(Platen.PAGE, "detail=l1");
        try (Platen up = Platen.start("up")) {
            up.store();
            up.page();
            try (HttpLoad active = new HttpLoad(up.port(), ACTIVE, page)) {
                active.run(effort.warmUp());
                for (int i = 0; i < effort.rounds(); i++) {
                    alone.add(active.run(RATE, effort.round()));
                }
                double before = up.jvm().residentMebibytes();
                try (HttpLoad others = new HttpLoad(up.port(), count - ACTIVE, page)) {
                    for (int i = 0; i < effort.rounds(); i++) {
                        among.add(active.run(RATE, effort.round()));
                        everybody.add(others.burst());
                    }
                    return List.of(section(count, up.jvm().residentMebibytes() - before));
                }
            }
        }
    }

    private static int openFiles() {
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return (int) Math.min(Integer.MAX_VALUE, system.getMaxFileDescriptorCount());
    }

    private Section section(int count, double mebibytes) {
        Measure grown = new Measure("resident memory that they added", "MiB", new Samples(List.of(mebibytes)));
        return new Section(
                "%,d open connections".formatted(count),
                List.of(
                        new Finding("open connections", count, "", Budget.atLeast(WANTED)),
                        new Finding(
                                "answers that were wrong",
                                alone.failures() + among.failures() + everybody.wrong(),
                                "",
                                Budget.atMost(0)),
                        Finding.ratio(
                                "99th percentile of %d busy connections, among all against alone".formatted(ACTIVE),
                                Rounds.ratio(among.slowest(), alone.slowest()),
                                Budget.none()),
                        new Finding("resident memory that they added", mebibytes, "MiB", Budget.none())),
                List.of(
                        alone.median(),
                        among.median(),
                        alone.slowest(),
                        among.slowest(),
                        everybody.median(),
                        everybody.slowest(),
                        grown),
                List.of("Cached hits, %,d a second on %d connections; then all the others ask at once, in every round."
                        .formatted((int) RATE, ACTIVE)));
    }
}
