package dev.platen.benchmarks.timing;

import dev.platen.benchmarks.report.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What a run of one benchmark class found. The class reports in microseconds. */
public final class Timings {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final double SLOW = 99;

    private final Map<String, Timing> timings = new TreeMap<>();

    private Timings() {}

    /** Runs every method of the class with every combination of its parameters, with the flags of the product. */
    public static Timings run(Class<?> benchmark, Pace pace) throws RunnerException {
        return run(benchmark, pace, Map.of());
    }

    /** Runs every method of the class, with these values only of the parameters that are named. */
    public static Timings run(Class<?> benchmark, Pace pace, Map<String, List<String>> parameters)
            throws RunnerException {
        Timings timings = new Timings();
        new Runner(options(benchmark, pace, parameters)).run().forEach(timings::keep);
        return timings;
    }

    /** The timing of a method; the parameters in the alphabetical order of their names. */
    public Timing of(String method, Object... parameters) {
        String key =
                key(method, List.of(parameters).stream().map(Object::toString).toList());
        Timing timing = timings.get(key);
        if (timing == null) {
            throw new IllegalStateException("JMH did not measure '%s', only %s".formatted(key, timings.keySet()));
        }
        return timing;
    }

    private static Options options(Class<?> benchmark, Pace pace, Map<String, List<String>> parameters) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(pace.forks())
                .warmupIterations(pace.warmUps())
                .warmupTime(TimeValue.milliseconds(pace.millis()))
                .measurementIterations(pace.rounds())
                .measurementTime(TimeValue.milliseconds(pace.millis()))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");
        parameters.forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
        return options.build();
    }

    private void keep(RunResult result) {
        List<Double> micros = new ArrayList<>();
        List<Double> slow = new ArrayList<>();
        List<Double> allocated = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                Result<?> time = iteration.getPrimaryResult();
                micros.add(time.getScore());
                slow.add(time.getStatistics().getPercentile(SLOW));
                allocated.add(allocated(iteration));
            }
        }
        timings.put(
                key(result.getParams()), new Timing(new Samples(micros), new Samples(slow), new Samples(allocated)));
    }

    private static double allocated(IterationResult iteration) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(ALLOCATED), "the profiler reports it")
                .getScore();
    }

    private static String key(BenchmarkParams run) {
        String method = run.getBenchmark().substring(run.getBenchmark().lastIndexOf('.') + 1);
        return key(
                method, run.getParamsKeys().stream().sorted().map(run::getParam).toList());
    }

    private static String key(String method, Collection<String> parameters) {
        return (method + " " + String.join(" ", parameters)).trim();
    }
}
