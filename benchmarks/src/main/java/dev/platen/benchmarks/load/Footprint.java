package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.Jvm;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Time to ready and memory, of {@code up} and of every process of {@code cluster}. */
final class Footprint {
    private static final double LIVE_HEAP_BUDGET = 40;

    private final Effort effort;
    private final Map<String, List<Double>> resident = new TreeMap<>();
    private final Map<String, List<Double>> live = new TreeMap<>();
    private final List<Double> ready = new ArrayList<>();

    Footprint(Effort effort) {
        this.effort = effort;
    }

    /** Starts and stops {@code platen up} or {@code platen cluster} as often as the effort says, with one page each. */
    Section of(String verb) throws IOException {
        for (int i = 0; i < effort.starts(); i++) {
            try (Platen platen = Platen.start(verb)) {
                ready.add(platen.secondsToReady());
                platen.store();
                platen.page();
                Map<String, Jvm> processes =
                        verb.equals("cluster") ? platen.members() : Map.of("platen up", platen.jvm());
                processes.forEach(this::weigh);
            }
        }
        return section(verb);
    }

    /** Resident memory first: looking at the heap collects garbage. */
    private void weigh(String name, Jvm process) {
        resident.computeIfAbsent(name, _ -> new ArrayList<>()).add(process.residentMebibytes());
        live.computeIfAbsent(name, _ -> new ArrayList<>()).add(process.liveHeapMebibytes());
    }

    private Section section(String verb) {
        List<Finding> findings = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        Samples seconds = new Samples(ready);
        measures.add(new Measure("time to ready", "s", seconds));
        findings.add(new Finding("time from start to ready", seconds.median(), "s", Budget.none()));
        resident.forEach(
                (name, values) -> measures.add(new Measure(name + ": resident memory", "MiB", new Samples(values))));
        live.forEach((name, values) -> {
            Samples heap = new Samples(values);
            measures.add(new Measure(name + ": live heap", "MiB", heap));
            findings.add(new Finding(name + ": live heap when idle", heap.median(), "MiB", budget(name)));
        });
        double all = resident.values().stream()
                .mapToDouble(values -> new Samples(values).median())
                .sum();
        findings.add(new Finding("resident memory, all processes", all, "MiB", Budget.none()));
        return new Section(
                "`platen %s`, %d starts on an empty folder".formatted(verb, effort.starts()),
                findings,
                measures,
                List.of("Memory after one document was stored and one page rendered."));
    }

    /** Memory of a process that has just been under load. */
    static Section afterLoad(Jvm up) {
        double resident = up.residentMebibytes();
        double live = up.liveHeapMebibytes();
        return new Section(
                "`platen up` after all of that load",
                List.of(
                        new Finding("resident memory", resident, "MiB", Budget.none()),
                        new Finding("live heap", live, "MiB", Budget.none())),
                List.of(
                        new Measure("resident memory", "MiB", new Samples(List.of(resident))),
                        new Measure("live heap", "MiB", new Samples(List.of(live)))),
                List.of(
                        "The heap holds the pages that the gateway remembers and those that the cache node keeps, each up to its bound."));
    }

    /** The budget is that of a service; the broker is none of ours, and {@code up} is everything in one. */
    private static Budget budget(String name) {
        return name.equals("broker") || name.equals("platen up") ? Budget.none() : Budget.atMost(LIVE_HEAP_BUDGET);
    }
}
