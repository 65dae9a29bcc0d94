package dev.platen.benchmarks.autoscale;

import dev.platen.benchmarks.autoscale.law.Family;
import dev.platen.benchmarks.autoscale.simulation.Law;
import dev.platen.benchmarks.autoscale.simulation.Reading;
import dev.platen.benchmarks.autoscale.simulation.Reading.PodReading;
import dev.platen.benchmarks.autoscale.simulation.Sharing;
import dev.platen.benchmarks.autoscale.simulation.Surroundings;
import dev.platen.benchmarks.report.Budget;
import dev.platen.benchmarks.report.Finding;
import dev.platen.benchmarks.report.Measure;
import dev.platen.benchmarks.report.Samples;
import dev.platen.benchmarks.report.Section;
import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a thousand renderers and a million schemas would need, by what one of each costs here. */
final class ScaleOnPaper {
    private static final int RENDERERS = 1_000;
    private static final double SCHEMAS = 1e6;
    private static final int WARM_UPS = 300;
    private static final int ROUNDS = 20;
    private static final double MILLI = 1e6;
    private static final double GIGABYTE = 1e9;

    private record Weights(double source, double plan) {}

    private ScaleOnPaper() {}

    static Section of(Path home) throws IOException {
        Weights weights = weigh(documents(home.resolve("examples")));
        Samples deciding = decisions();
        return new Section(
                "The scale on paper: 1,000 renderers and 10^6 schemas",
                List.of(
                        figure("sources of 10^6 schemas", SCHEMAS * weights.source() / GIGABYTE, "GB"),
                        figure("plans of 10^6 schemas", SCHEMAS * weights.plan() / GIGABYTE, "GB"),
                        figure("a look at 1,000 pods and 1,000 partitions, and its decision", deciding.median(), "ms"),
                        figure(
                                "share of a core that the decisions for 1,000 renderers take",
                                deciding.median() / 15_000,
                                "")),
                List.of(
                        new Measure("a document of examples/, source", "bytes", one(weights.source())),
                        new Measure("a document of examples/, plan", "bytes", one(weights.plan())),
                        new Measure("a look and its decision", "ms", deciding)),
                List.of(
                        "Documents are as large as the mean of those in examples/. A decision is that of the decision core and its"
                                + " windows, without asking the pods and the broker."));
    }

    private static Finding figure(String name, double value, String unit) {
        return new Finding(name, value, unit, Budget.none());
    }

    private static Samples one(double value) {
        return new Samples(List.of(value));
    }

    private static List<byte[]> documents(Path folder) throws IOException {
        List<byte[]> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                documents.add(Files.readAllBytes(file));
            }
        }
        return documents;
    }

    private static Weights weigh(List<byte[]> documents) {
        Compiler compiler = new Compiler(Limits.DEFAULT);
        double source = 0;
        double plan = 0;
        int compiled = 0;
        for (byte[] document : documents) {
            CompileOutcome outcome = compiler.compile(document);
            if (outcome instanceof Compiled found) {
                source += document.length;
                plan += found.encodedPlan().length;
                compiled++;
            }
        }
        return new Weights(source / compiled, plan / compiled);
    }

    private static Samples decisions() {
        Surroundings there = new Surroundings(1, 1, RENDERERS, 30, Sharing.COOPERATIVE, 3, 0, 1, 1);
        Law law = Family.platenByDefault().make().apply(there);
        int looks = 0;
        for (int round = 0; round < WARM_UPS; round++) {
            law.decide(reading(++looks * law.interval()));
        }
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Reading reading = reading(++looks * law.interval());
            long started = System.nanoTime();
            law.decide(reading);
            millis.add((System.nanoTime() - started) / MILLI);
        }
        return new Samples(millis);
    }

    /** A thousand pods, each with a partition of its own and busy for half of its time. */
    private static Reading reading(double at) {
        long[] ends = new long[RENDERERS];
        Arrays.fill(ends, Math.round(at * 10));
        List<PodReading> pods = new ArrayList<>();
        for (int pod = 0; pod < RENDERERS; pod++) {
            pods.add(new PodReading(pod, 0, 0, true, at / 2, Math.round(at * 10)));
        }
        return new Reading(at, RENDERERS, true, ends, ends.clone(), pods);
    }
}
