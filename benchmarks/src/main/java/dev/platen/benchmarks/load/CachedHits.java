package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.Cores;
import dev.platen.benchmarks.machine.Jvm;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page from the gateway's memory, against servers that have nothing else to do than to return its bytes. */
final class CachedHits {
    private static final int CONNECTIONS = 32;
    private static final double HALF = 0.5;

    /** One of those that are compared. */
    private record Contender(long pid, HttpLoad load, Meter meter, Rounds full, Rounds paced) {
        private Contender(String name, long pid, HttpLoad load) {
            this(pid, load, new Meter(List.of(new Jvm(pid))), new Rounds(name), new Rounds(name + " at a fixed rate"));
        }

        private double perSecond() {
            return full.perSecond().samples().median();
        }
    }

    private final Effort effort;

    CachedHits(Effort effort) {
        this.effort = effort;
    }

    /** Measures in turns. */
    List<Section> run() throws IOException {
        try (Platen up = Platen.start("up")) {
            up.store();
            return List.of(against(up));
        }
    }

    private Section against(Platen up) throws IOException {
        byte[] page = up.page();
        Optional<PeerProcess> nginx = PagePeers.nginx(page);
        try (PeerProcess vertx = PagePeers.vertx(page);
                HttpLoad ours = new HttpLoad(up.port(), CONNECTIONS, Requests.get(Platen.PAGE, "detail=l1"));
                HttpLoad bare = new HttpLoad(vertx.port(), CONNECTIONS, Requests.get(PagePeers.PATH, "text/html"))) {
            List<Contender> contenders = new ArrayList<>(List.of(
                    new Contender("Platen", up.jvm().process(), ours),
                    new Contender("bare Vert.x", vertx.pid(), bare)));
            if (nginx.isPresent()) {
                HttpLoad files =
                        new HttpLoad(nginx.get().port(), CONNECTIONS, Requests.get(PagePeers.PATH, "text/html"));
                contenders.add(new Contender("nginx", nginx.get().pid(), files));
            }
            boolean areApart = measure(contenders);
            return section(contenders, page.length, areApart);
        } finally {
            nginx.ifPresent(PeerProcess::close);
        }
    }

    /** One round of each is not counted: it follows a change of cores. */
    private boolean measure(List<Contender> contenders) throws IOException {
        for (Contender contender : contenders) {
            contender.load().run(effort.warmUp());
        }
        List<Long> servers = contenders.stream().map(Contender::pid).toList();
        boolean areApart = Cores.separate(servers);
        try {
            for (Contender contender : contenders) {
                contender.load().run(effort.round());
            }
            for (int i = 0; i < effort.rounds(); i++) {
                for (Contender contender : contenders) {
                    Duration round = effort.round();
                    contender.full().add(contender.meter().measure(() -> contender
                            .load()
                            .run(round)));
                }
            }
            double rate = contenders.getFirst().perSecond() * HALF;
            for (int i = 0; i < effort.rounds(); i++) {
                for (Contender contender : contenders) {
                    contender.paced().add(contender.load().run(rate, effort.round()));
                }
            }
        } finally {
            if (areApart) {
                Cores.share(servers);
            }
        }
        return areApart;
    }

    private static Section section(List<Contender> contenders, int bytes, boolean areApart) {
        List<Measure> measures = contenders.stream()
                .flatMap(contender -> Stream.of(
                        contender.full().perSecond(),
                        contender.full().cost(),
                        contender.full().median(),
                        contender.full().slowest(),
                        contender.full().busy(),
                        contender.paced().median(),
                        contender.paced().slowest()))
                .toList();
        return new Section(
                "Cached hit over HTTP, a page of %,d bytes, %d connections".formatted(bytes, CONNECTIONS),
                findings(contenders),
                measures,
                List.of(
                        "Rounds of all in turns. The server under test is `platen up`, whose process also holds the idle broker and cache.",
                        "The fixed rate is half of what Platen can do; times count from when a request was due.",
                        contenders.size() == 2
                                ? "nginx was neither here nor to be had with apt-get."
                                : "nginx serves the page as a file, by one process without a log.",
                        areApart
                                ? "The servers had the first core, the load generator the last one."
                                : "Servers and load generator shared all cores."));
    }

    private static List<Finding> findings(List<Contender> contenders) {
        Contender platen = contenders.get(0);
        Contender vertx = contenders.get(1);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ratio(
                "hits per second, Platen against bare Vert.x",
                platen.perSecond() / vertx.perSecond(),
                Budget.atLeast(0.9)));
        if (contenders.size() > 2) {
            findings.add(Finding.ratio(
                    "hits per second, Platen against a file of nginx",
                    platen.perSecond() / contenders.get(2).perSecond(),
                    Budget.none()));
        }
        findings.add(Finding.ratio(
                "hits per second of processor time of the server, Platen against bare Vert.x",
                Rounds.ratio(vertx.full().cost(), platen.full().cost()),
                Budget.none()));
        findings.add(Finding.ratio(
                "99th percentile at a fixed rate, Platen against bare Vert.x",
                Rounds.ratio(platen.paced().slowest(), vertx.paced().slowest()),
                Budget.none()));
        int wrong = contenders.stream()
                .mapToInt(contender ->
                        contender.full().wrong() + contender.paced().failures())
                .sum();
        findings.add(new Finding("answers that were wrong", wrong, "", Budget.atMost(0)));
        return findings;
    }
}
