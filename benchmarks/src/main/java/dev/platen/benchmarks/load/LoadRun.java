package dev.platen.benchmarks.load;

import dev.platen.benchmarks.report.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Scenarios one after the other; the machine belongs to one of them at a time. */
public final class LoadRun {
    private final Effort effort;

    /** A run; a quick one of everything takes about eight minutes, a full one about forty. */
    public LoadRun(boolean isQuick) {
        effort = isQuick ? Effort.QUICK : Effort.FULL;
    }

    /**
     * Runs these scenarios, and says how far it is.
     *
     * @param soFar is given what was found after each of them, so that a run that is cut short is not in vain
     */
    public List<Section> run(List<Scenario> scenarios, Consumer<List<Section>> soFar) throws Exception {
        List<Section> sections = new ArrayList<>();
        long started = System.nanoTime();
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            System.out.printf(
                    "platen bench: %3d s, %d of %d, %s …%n",
                    Duration.ofNanos(System.nanoTime() - started).toSeconds(),
                    i + 1,
                    scenarios.size(),
                    scenario.purpose());
            sections.addAll(scenario.run(effort));
            soFar.accept(List.copyOf(sections));
        }
        return sections;
    }
}
