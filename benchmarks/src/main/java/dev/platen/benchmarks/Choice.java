package dev.platen.benchmarks;

import dev.platen.benchmarks.autoscale.AutoscaleRun;
import dev.platen.benchmarks.engine.EngineRun;
import dev.platen.benchmarks.load.LoadRun;
import dev.platen.benchmarks.load.Scenario;
import dev.platen.benchmarks.metrics.MetricsRun;
import dev.platen.benchmarks.render.RenderRun;
import dev.platen.benchmarks.report.Section;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be run. */
enum Choice {
    ENGINE("engine", "the engine in process: pages, forms, escaping, compiling, validating, beside a dozen peers") {
        @Override
        List<Section> run(boolean isQuick, List<String> parts) throws Exception {
            return EngineRun.run(isQuick);
        }
    },
    RENDER("render", "JSON to page, against JTE writing the same bytes") {
        @Override
        List<Section> run(boolean isQuick, List<String> parts) throws Exception {
            return RenderRun.run(isQuick);
        }
    },
    AUTOSCALE("autoscale", "the operator's decision core against other laws of scaling, simulated") {
        @Override
        List<Section> run(boolean isQuick, List<String> parts) throws Exception {
            return AutoscaleRun.run(isQuick);
        }

        @Override
        boolean hasChart() {
            return false;
        }
    },
    METRICS("metrics", "what counting takes of an answer") {
        @Override
        List<Section> run(boolean isQuick, List<String> parts) throws Exception {
            return MetricsRun.run(isQuick);
        }

        @Override
        boolean hasChart() {
            return false;
        }
    },
    PIPELINE("pipeline", "whole processes: all of the following, or those that are named") {
        @Override
        List<Section> run(boolean isQuick, List<String> parts) throws Exception {
            return run(isQuick, parts, _ -> {});
        }

        @Override
        List<Section> run(boolean isQuick, List<String> parts, Consumer<List<Section>> soFar) throws Exception {
            return new LoadRun(isQuick).run(Scenario.named(parts), soFar);
        }

        @Override
        List<String> parts() {
            return Arrays.stream(Scenario.values()).map(Scenario::label).toList();
        }
    };

    private final String label;
    private final String purpose;

    Choice(String label, String purpose) {
        this.label = label;
        this.purpose = purpose;
    }

    /** Runs it on this machine; all of it, or some of its parts. */
    abstract List<Section> run(boolean isQuick, List<String> parts) throws Exception;

    /** The same; a run of many parts tells after each what it has found so far. */
    List<Section> run(boolean isQuick, List<String> parts, Consumer<List<Section>> soFar) throws Exception {
        return run(isQuick, parts);
    }

    /** The parts that can be run alone. */
    List<String> parts() {
        return List.of();
    }

    /** Whether its budgets are drawn for the documentation. */
    boolean hasChart() {
        return this != RENDER;
    }

    String label() {
        return label;
    }

    static @Nullable Choice named(String label) {
        return Arrays.stream(values())
                .filter(choice -> choice.label.equals(label))
                .findFirst()
                .orElse(null);
    }

    static String list() {
        return Arrays.stream(values())
                        .map(choice -> "  %-9s %s%n".formatted(choice.label, choice.purpose))
                        .collect(Collectors.joining("", "Benchmarks, with --quick for a short run:%n".formatted(), ""))
                + Scenario.list();
    }
}
