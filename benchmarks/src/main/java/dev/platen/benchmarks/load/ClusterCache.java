package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.Cores;
import dev.platen.benchmarks.machine.DebianProgram;
import dev.platen.benchmarks.machine.Jvm;
import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Section;
import dev.platen.broker.Ports;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A page from a node of the cluster's cache, against the same bytes from Redis. */
final class ClusterCache {
    private static final List<Integer> CLIENTS = List.of(1, 16);
    private static final int BYTES = 10 * 1024;
    private static final String KEY = "bench/page";
    private static final List<String> PACKAGES = List.of("redis-server", "redis-tools", "libjemalloc2", "liblzf1");

    private final Effort effort;

    ClusterCache(Effort effort) {
        this.effort = effort;
    }

    /** Measures in turns; only our own where there is no Redis. */
    List<Section> run() throws IOException {
        byte[] page = new byte[BYTES];
        new Random(BYTES).nextBytes(page);
        Optional<PeerProcess> redis = redis(page);
        try (Platen cluster = Platen.start("cluster")) {
            Jvm node = Objects.requireNonNull(cluster.members().get("cache-1"), "a cluster has two cache nodes");
            try (HotRodCache cache = new HotRodCache(Integer.parseInt(node.property("platen.cache.port")))) {
                cache.put(KEY, page);
                List<Section> sections = new ArrayList<>();
                for (int clients : CLIENTS) {
                    List<Contender> contenders = new ArrayList<>();
                    contenders.add(new Contender("Platen's cache node", node.process(), () -> cache.getter(KEY)));
                    redis.ifPresent(peer -> contenders.add(
                            new Contender("Redis", peer.pid(), () -> new RedisGetter(peer.port(), KEY))));
                    sections.add(compare(contenders, clients, page));
                }
                return sections;
            }
        } finally {
            redis.ifPresent(PeerProcess::close);
        }
    }

    /** One of those that are compared. */
    private record Contender(String name, long pid, Getters.Opening opening, Rounds rounds) {
        private Contender(String name, long pid, Getters.Opening opening) {
            this(name, pid, opening, new Rounds(name));
        }
    }

    private Section compare(List<Contender> contenders, int clients, byte[] page) throws IOException {
        List<Long> servers = contenders.stream().map(Contender::pid).toList();
        boolean areApart = Cores.separate(servers);
        try {
            for (int i = 0; i <= effort.rounds(); i++) {
                for (Contender contender : contenders) {
                    round(contender, clients, page, i == 0);
                }
            }
        } finally {
            if (areApart) {
                Cores.share(servers);
            }
        }
        return section(contenders, clients, areApart);
    }

    private void round(Contender contender, int clients, byte[] page, boolean isWarmUp) throws IOException {
        try (Getters getters = new Getters(clients, contender.opening(), page)) {
            if (isWarmUp) {
                getters.run(effort.warmUp());
                return;
            }
            Meter meter = new Meter(List.of(new Jvm(contender.pid())));
            contender.rounds().add(meter.measure(() -> getters.run(effort.round())));
        }
    }

    private static Section section(List<Contender> contenders, int clients, boolean areApart) {
        Rounds ours = contenders.getFirst().rounds();
        List<Finding> findings = new ArrayList<>();
        if (contenders.size() > 1) {
            Rounds redis = contenders.get(1).rounds();
            findings.add(Finding.ratio(
                    "median of a get, Platen's cache node against Redis",
                    Rounds.ratio(ours.median(), redis.median()),
                    Budget.none()));
            findings.add(Finding.ratio(
                    "gets per second, Platen's cache node against Redis",
                    Rounds.ratio(ours.perSecond(), redis.perSecond()),
                    Budget.none()));
            findings.add(Finding.ratio(
                    "processor time of the server per get, Platen's cache node against Redis",
                    Rounds.ratio(ours.cost(), redis.cost()),
                    Budget.none()));
        }
        int wrong = contenders.stream()
                .mapToInt(contender -> contender.rounds().wrong())
                .sum();
        findings.add(new Finding("values that were wrong", wrong, "", Budget.atMost(0)));
        return new Section(
                "A page of %,d bytes from the cluster's cache, %d clients".formatted(BYTES, clients),
                findings,
                contenders.stream()
                        .map(Contender::rounds)
                        .flatMap(rounds ->
                                Stream.of(rounds.median(), rounds.slowest(), rounds.perSecond(), rounds.cost()))
                        .toList(),
                notes(contenders, areApart));
    }

    private static List<String> notes(List<Contender> contenders, boolean areApart) {
        return List.of(
                "A node of `platen cluster`, one of two that both have the page, by Infinispan's Hot Rod client on one connection.",
                contenders.size() == 1
                        ? "Redis was neither here nor to be had with apt-get."
                        : "Redis without persistence, by plain sockets, one for each client: less than any client library does.",
                areApart
                        ? "The servers had the first core, the clients the last one."
                        : "Servers and clients shared all cores.");
    }

    private static Optional<PeerProcess> redis(byte[] page) throws IOException {
        Optional<DebianProgram> program =
                DebianProgram.find("redis-server", Home.path().resolve("benchmarks/target/debian"), PACKAGES);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = Ports.free();
        TemporaryFolder folder = TemporaryFolder.create();
        PeerProcess process = PeerProcess.start(
                folder,
                port,
                Map.of("LD_LIBRARY_PATH", program.get().libraries().toString()),
                List.of(
                        program.get().executable().toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        folder.path().toString(),
                        "--save",
                        "",
                        "--appendonly",
                        "no"));
        return Optional.of(process.await(() -> RedisGetter.stores(port, KEY, page)));
    }
}
