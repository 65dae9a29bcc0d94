package dev.platen.benchmarks.load;

import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A thousand clients who ask for one page that nobody has, all at once: it is rendered once. */
final class SingleFlight {
    private static final int CLIENTS = 1_000;
    private static final int PER_EFFORT = 5;

    private final Effort effort;
    private final List<Double> renders = new ArrayList<>();
    private final Rounds bursts = new Rounds("clients at once");

    SingleFlight(Effort effort) {
        this.effort = effort;
    }

    List<Section> run() throws IOException {
        try (Platen up = Platen.start("up")) {
            up.store();
            for (int i = 0; i < effort.rounds() * PER_EFFORT; i++) {
                burst(up);
            }
        }
        return List.of(section());
    }

    /** The data is new, and the same for everybody. */
    private void burst(Platen up) throws IOException {
        Call call = Requests.post(Platen.PAGE, "{\"email\":\"crowd-%d@example.org\"}".formatted(renders.size()));
        try (HttpLoad crowd = new HttpLoad(up.port(), CLIENTS, () -> call)) {
            Counters before = Counters.of(up.port());
            bursts.add(crowd.burst());
            renders.add(Counters.of(up.port()).since(before, Counters.RENDERED));
        }
    }

    private Section section() {
        Samples rendered = new Samples(renders);
        return new Section(
                "%,d concurrent misses of one key".formatted(CLIENTS),
                List.of(
                        new Finding("renderings for all of them, at most", rendered.max(), "", Budget.atMost(1)),
                        new Finding("answers that were wrong or refused", bursts.wrong(), "", Budget.atMost(0))),
                List.of(new Measure("renderings", "", rendered), bursts.median(), bursts.slowest()),
                List.of("Renderings are counted by the renderer (`platen_renderer_pages_total`)."));
    }
}
