package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.Jvm;
import dev.platen.benchmarks.machine.Quota;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One, two and four renderers, each with the same share of the machine: whether twice as many render twice as much. The
 * pages are sums, slow to render and small, so that the renderers are what there is too little of.
 */
final class Renderers {
    private static final List<Integer> COUNTS = List.of(1, 2, 4);
    private static final Duration RUN = Duration.ofMillis(10);
    private static final Duration PERIOD = Duration.ofMillis(100);

    /** A page waits for its renderer's turn, a period long: so many in flight for each keep it busy all through its turn. */
    private static final int CONNECTIONS_PER_RENDERER = 32;

    /** Of the usual rounds, since a page waits for several turns of its renderer. */
    private static final int ROUNDS_IN_ONE = 3;

    /** So many meet every renderer. */
    private static final Sums SUMS = new Sums(256);

    private final Effort effort;
    private final List<Rounds> all = new ArrayList<>();
    private final List<Measure> shares = new ArrayList<>();

    Renderers(Effort effort) {
        this.effort = effort;
    }

    List<Section> run() throws IOException {
        for (int count : COUNTS) {
            try (Platen cluster = Platen.start("cluster", Map.of(), "--renderers", Integer.toString(count))) {
                SUMS.store(cluster.port());
                measure(cluster, count);
            }
        }
        return List.of(section());
    }

    private void measure(Platen cluster, int count) throws IOException {
        List<Jvm> renderers = cluster.members().entrySet().stream()
                .filter(member -> member.getKey().startsWith("render-"))
                .map(Map.Entry::getValue)
                .toList();
        Rounds rounds = new Rounds("%d renderers".formatted(count));
        List<Double> used = new ArrayList<>();
        try (HttpLoad load = new HttpLoad(cluster.port(), count * CONNECTIONS_PER_RENDERER, SUMS.pages())) {
            load.run(effort.warmUp());
            try (Quota _ = Quota.of(renderers.stream().map(Jvm::process).toList(), RUN, PERIOD)) {
                Duration length = effort.round().multipliedBy(ROUNDS_IN_ONE);
                load.run(length);
                Meter meter = new Meter(renderers);
                for (int i = 0; i < effort.rounds(); i++) {
                    Round round = meter.measure(() -> load.run(length));
                    rounds.add(round);
                    used.add(round.costMicros() * round.perSecond() / 1e6 / count);
                }
            }
        }
        all.add(rounds);
        shares.add(new Measure("%d renderers: cores that each used".formatted(count), "", new Samples(used)));
    }

    private Section section() {
        Rounds one = all.getFirst();
        return new Section(
                "Renderers under a quota of processor time",
                List.of(
                        Finding.ratio("pages per second, 2 renderers against 1", ratio(1, one), Budget.atLeast(1.8)),
                        Finding.ratio("pages per second, 4 renderers against 1", ratio(2, one), Budget.atLeast(3.2)),
                        new Finding(
                                "answers that were wrong or refused",
                                all.stream().mapToInt(Rounds::wrong).sum(),
                                "",
                                Budget.atMost(0))),
                Stream.concat(
                                all.stream().flatMap(rounds -> Stream.of(rounds.perSecond(), rounds.median())),
                                shares.stream())
                        .toList(),
                List.of(
                        "A cluster for each number of renderers. Each renderer runs for %d of every %d ms and is stopped (SIGSTOP) for the rest, one after the other: a quota by duty cycle, since a quota of the kernel takes privileges."
                                .formatted(RUN.toMillis(), PERIOD.toMillis()),
                        "While it runs, a renderer may use every core. Times include what it waits for its turn.",
                        "%d connections for each renderer in a closed loop, %d documents of five sums over %d numbers, data new in every request."
                                .formatted(CONNECTIONS_PER_RENDERER, SUMS.documents(), Sums.NUMBERS)));
    }

    private double ratio(int index, Rounds one) {
        return Rounds.ratio(all.get(index).perSecond(), one.perSecond());
    }
}
