package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.Jvm;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Resident memory of every service, against a Quarkus application with the same extensions that does nothing. */
final class AgainstEmpty {
    /** The members of a cluster, and the modules whose extensions they have. */
    private static final Map<String, String> MODULES = new LinkedHashMap<>();

    static {
        MODULES.put("gateway", "gateway");
        MODULES.put("compiler", "compiler-service");
        MODULES.put("render-1", "render-service");
        MODULES.put("cache-1", "cache-service");
    }

    private final Effort effort;
    private final Map<String, List<Double>> ours = new LinkedHashMap<>();
    private final Map<String, List<Double>> theirs = new LinkedHashMap<>();

    AgainstEmpty(Effort effort) {
        this.effort = effort;
    }

    List<Section> run() throws IOException {
        for (int i = 0; i < effort.starts(); i++) {
            weighCluster();
            for (Map.Entry<String, String> member : MODULES.entrySet()) {
                try (PeerProcess empty = EmptyService.start(member.getValue())) {
                    add(theirs, member.getKey(), new Jvm(empty.pid()));
                }
            }
        }
        return List.of(section());
    }

    private void weighCluster() throws IOException {
        try (Platen cluster = Platen.start("cluster")) {
            cluster.store();
            cluster.page();
            Map<String, Jvm> members = cluster.members();
            MODULES.keySet().forEach(name -> add(ours, name, Objects.requireNonNull(members.get(name), name)));
        }
    }

    private static void add(Map<String, List<Double>> to, String name, Jvm process) {
        to.computeIfAbsent(name, _ -> new ArrayList<>()).add(process.residentMebibytes());
    }

    private Section section() {
        List<Finding> findings = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        ours.forEach((name, values) -> {
            Samples service = new Samples(values);
            Samples empty = new Samples(Objects.requireNonNull(theirs.get(name), name));
            findings.add(Finding.ratio(
                    "resident memory, %s against an empty application".formatted(name),
                    service.median() / empty.median(),
                    Budget.atMost(1.25)));
            measures.add(new Measure(name + ": resident memory", "MiB", service));
            measures.add(new Measure("empty application like %s: resident memory".formatted(name), "MiB", empty));
        });
        return new Section(
                "Memory of the services against empty applications",
                findings,
                measures,
                List.of(
                        "`platen cluster` after one schema and one page; the empty application after it said that it is ready. Same flags of the JVM.",
                        "The empty application has the Quarkus extensions of the service's `pom.xml`. The libraries beside them, such as Infinispan's server in a cache node and the engine in workers, are not extensions, and weigh."));
    }
}
