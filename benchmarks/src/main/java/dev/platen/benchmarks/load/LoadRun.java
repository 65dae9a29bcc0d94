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
import java.util.concurrent.ExecutionException;

/** Everything that needs whole processes, one after the other; the machine belongs to one of them at a time. */
public final class LoadRun {
    private final Effort effort;

    /** A run; a quick one takes about two minutes, a full one about ten. */
    public LoadRun(boolean isQuick) {
        effort = isQuick ? Effort.QUICK : Effort.FULL;
    }

    /** Runs everything. */
    public List<Section> run() throws IOException, InterruptedException, ExecutionException {
        List<Section> sections = new ArrayList<>();
        say("time to ready and memory of platen up");
        sections.add(new Footprint(effort).of("up"));
        try (Platen up = Platen.start("up")) {
            up.store();
            say("cached hits");
            sections.add(new CachedHits(effort).run(up));
            say("uncached pages through Kafka");
            sections.addAll(new KafkaPath(effort).run(up));
            sections.add(afterLoad(up.jvm()));
        }
        say("time to ready and memory of platen cluster");
        sections.add(new Footprint(effort).of("cluster"));
        return sections;
    }

    private static Section afterLoad(Jvm up) {
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

    private static void say(String what) {
        System.out.println("platen bench: " + what + " …");
    }
}
