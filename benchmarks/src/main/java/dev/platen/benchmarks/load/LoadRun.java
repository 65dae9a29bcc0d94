package dev.platen.benchmarks.load;

import dev.platen.benchmarks.report.Section;
import java.util.List;

public final class LoadRun {
    public LoadRun(boolean q) {}

    public List<Section> run() {
        return List.of();
    }
}
