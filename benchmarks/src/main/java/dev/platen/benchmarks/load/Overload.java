package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.Cores;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.util.List;

/** Three times as many uncached requests as can be answered: the others are refused, and those that are not are as many as ever. */
final class Overload {
    /** In flight at the peak: enough to keep every station busy, and fewer than the gateway refuses. */
    private static final int PEAK_CONNECTIONS = 128;

    private static final int CONNECTIONS = 2_000;
    private static final double FACTOR = 3;

    private final Effort effort;
    private final Rounds peak = new Rounds("as many as it can answer");
    private final Rounds flood = new Rounds("three times as many");

    Overload(Effort effort) {
        this.effort = effort;
    }

    List<Section> run() throws IOException {
        try (Platen up = Platen.start("up")) {
            up.store();
            List<Long> servers = List.of(up.jvm().process());
            boolean areApart = Cores.separate(servers);
            try (HttpLoad some = new HttpLoad(up.port(), PEAK_CONNECTIONS, Requests.postNewData(Platen.PAGE));
                    HttpLoad many = new HttpLoad(up.port(), CONNECTIONS, Requests.postNewData(Platen.PAGE))) {
                some.run(effort.warmUp());
                for (int i = 0; i < effort.rounds(); i++) {
                    Round most = some.run(effort.round());
                    peak.add(most);
                    flood.add(many.run(FACTOR * most.perSecond(), effort.round()));
                }
            } finally {
                if (areApart) {
                    Cores.share(servers);
                }
            }
        }
        return List.of(section());
    }

    private Section section() {
        return new Section(
                "Overload, %s times as many uncached requests as can be answered".formatted((int) FACTOR),
                List.of(
                        Finding.ratio(
                                "good answers per second, overload against peak",
                                Rounds.ratio(flood.perSecond(), peak.perSecond()),
                                Budget.atLeast(0.9)),
                        Finding.ratio(
                                "99th percentile of the admitted, overload against peak",
                                Rounds.ratio(flood.slowest(), peak.slowest()),
                                Budget.none()),
                        new Finding(
                                "answers that were neither good nor a refusal",
                                peak.failures() + flood.failures(),
                                "",
                                Budget.atMost(0)),
                        new Finding("requests that were refused under overload", flood.refusals(), "", Budget.none())),
                List.of(
                        peak.perSecond(),
                        flood.perSecond(),
                        peak.median(),
                        flood.median(),
                        peak.slowest(),
                        flood.slowest(),
                        flood.busy()),
                List.of(
                        "The peak is a closed loop of %d requests in flight; the overload is a fixed rate of three times what it reached in the round before."
                                .formatted(PEAK_CONNECTIONS),
                        "A refusal is 503 or 429, or a request that found all %,d connections busy."
                                .formatted(CONNECTIONS)));
    }
}
