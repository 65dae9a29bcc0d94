package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.Cores;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.util.List;

/** A page from the gateway's memory, against a bare server that has nothing else to do than to return its bytes. */
final class CachedHits {
    private static final int CONNECTIONS = 32;

    private final Effort effort;
    private final Rounds platen = new Rounds("Platen");
    private final Rounds bare = new Rounds("bare Vert.x");

    CachedHits(Effort effort) {
        this.effort = effort;
    }

    /** Measures in turns; the document must be stored. */
    Section run(Platen up) throws IOException {
        byte[] page = up.page();
        try (BareProcess peer = BareProcess.start(page);
                HttpLoad ours = new HttpLoad(up.port(), CONNECTIONS, Requests.get(Platen.PAGE), "detail=l1");
                HttpLoad theirs = new HttpLoad(peer.port(), CONNECTIONS, Requests.get("/"), "text/html")) {
            ours.run(effort.warmUp());
            theirs.run(effort.warmUp());
            List<Long> servers = List.of(up.jvm().process(), peer.pid());
            boolean areApart = Cores.separate(servers);
            try {
                measure(ours, theirs);
            } finally {
                if (areApart) {
                    Cores.share(servers);
                }
            }
            return section(page.length, areApart);
        }
    }

    /** One round of each is not counted: it follows a change of cores. */
    private void measure(HttpLoad ours, HttpLoad theirs) throws IOException {
        ours.run(effort.round());
        theirs.run(effort.round());
        for (int i = 0; i < effort.rounds(); i++) {
            platen.add(ours.run(effort.round()));
            bare.add(theirs.run(effort.round()));
        }
    }

    private Section section(int bytes, boolean areApart) {
        List<Measure> measures = List.of(
                platen.perSecond(),
                bare.perSecond(),
                platen.median(),
                bare.median(),
                platen.slowest(),
                bare.slowest(),
                platen.busy(),
                bare.busy());
        return new Section(
                "Cached hit over HTTP, a page of %,d bytes, %d connections".formatted(bytes, CONNECTIONS),
                List.of(
                        Finding.ratio(
                                "hits per second, Platen against bare Vert.x",
                                platen.perSecond().samples().median()
                                        / bare.perSecond().samples().median(),
                                Budget.atLeast(0.9)),
                        Finding.ratio(
                                "99th percentile, Platen against bare Vert.x, both at full load",
                                platen.slowest().samples().median()
                                        / bare.slowest().samples().median(),
                                Budget.none()),
                        new Finding(
                                "answers that were wrong", platen.failures() + bare.failures(), "", Budget.atMost(0))),
                measures,
                List.of(
                        "Rounds of both in turns. The server under test is `platen up`, whose process also holds the idle broker and cache.",
                        areApart
                                ? "The servers had the first core, the load generator the last one."
                                : "Servers and load generator shared all cores."));
    }
}
