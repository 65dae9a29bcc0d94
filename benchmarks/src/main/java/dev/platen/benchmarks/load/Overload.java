package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.Cores;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Many times as many uncached requests as can be answered: the others are refused, and those that are not are as many as ever. */
final class Overload {
    /** In flight at the peak: enough to keep every station busy, and fewer than the gateway refuses. */
    private static final int PEAK_CONNECTIONS = 128;

    private static final int CONNECTIONS = 2_000;

    /** On all cores, for the server has one core for all that it does afterwards, and its compiler is to be done by then. */
    private static final int WARM_UPS = 4;

    /** Requests at a fixed rate, so many times what was reached in the round before. */
    private record Flood(int factor, Rounds rounds) {
        Flood(int factor) {
            this(factor, new Rounds("%d times as many".formatted(factor)));
        }
    }

    private final Effort effort;
    private final Rounds peak = new Rounds("as many as it can answer");
    private final Flood three = new Flood(3);
    private final Flood ten = new Flood(10);

    Overload(Effort effort) {
        this.effort = effort;
    }

    List<Section> run() throws IOException {
        try (Platen up = Platen.start("up")) {
            up.store();
            List<Long> servers = List.of(up.jvm().process());
            try (HttpLoad some = new HttpLoad(up.port(), PEAK_CONNECTIONS, Requests.postNewData(Platen.PAGE));
                    HttpLoad many = new HttpLoad(up.port(), CONNECTIONS, Requests.postNewData(Platen.PAGE))) {
                Round warm = some.run(effort.warmUp().multipliedBy(WARM_UPS));
                many.run(ten.factor() * warm.perSecond(), effort.warmUp());
                boolean areApart = Cores.separate(servers);
                try {
                    some.run(effort.warmUp());
                    rounds(some, many);
                } finally {
                    if (areApart) {
                        Cores.share(servers);
                    }
                }
            }
        }
        return List.of(section());
    }

    private void rounds(HttpLoad some, HttpLoad many) throws IOException {
        for (int i = 0; i < effort.rounds(); i++) {
            Round most = some.run(effort.round());
            peak.add(most);
            for (Flood flood : List.of(three, ten)) {
                flood.rounds().add(many.run(flood.factor() * most.perSecond(), effort.round()));
            }
        }
    }

    private Section section() {
        return new Section(
                "Overload, %d and %d times as many uncached requests as can be answered"
                        .formatted(three.factor(), ten.factor()),
                Stream.of(against(three), against(ten), List.of(faults()))
                        .flatMap(List::stream)
                        .toList(),
                Stream.of(List.of(peak.perSecond(), peak.median(), peak.slowest()), measures(three), measures(ten))
                        .flatMap(List::stream)
                        .toList(),
                List.of(
                        "The peak is a closed loop of %d requests in flight; the overload is a fixed rate, so many times what the peak reached in the round before."
                                .formatted(PEAK_CONNECTIONS),
                        "A refusal is 503 or 429, or a request that found all %,d connections busy."
                                .formatted(CONNECTIONS)));
    }

    private List<Finding> against(Flood flood) {
        Rounds rounds = flood.rounds();
        return List.of(
                Finding.ratio(
                        "good answers per second, %d times the load against peak".formatted(flood.factor()),
                        Rounds.ratio(rounds.perSecond(), peak.perSecond()),
                        Budget.atLeast(0.9)),
                Finding.ratio(
                        "99th percentile of the admitted, %d times the load against peak".formatted(flood.factor()),
                        Rounds.ratio(rounds.slowest(), peak.slowest()),
                        Budget.none()),
                new Finding(
                        "requests that were refused at %d times the load".formatted(flood.factor()),
                        rounds.refusals(),
                        "",
                        Budget.none()));
    }

    private Finding faults() {
        return new Finding(
                "answers that were neither good nor a refusal",
                peak.failures() + three.rounds().failures() + ten.rounds().failures(),
                "",
                Budget.atMost(0));
    }

    private static List<Measure> measures(Flood flood) {
        Rounds rounds = flood.rounds();
        return List.of(rounds.perSecond(), rounds.median(), rounds.slowest(), rounds.busy());
    }
}
