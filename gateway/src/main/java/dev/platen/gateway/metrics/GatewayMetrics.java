package dev.platen.gateway.metrics;

import dev.platen.contract.problem.ProblemCode;
import dev.platen.gateway.admission.Admission;
import dev.platen.gateway.admission.ByteBudget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Names and tags of everything that the gateway counts. */
@Singleton
public final class GatewayMetrics {
    /** Where a page came from. */
    public enum Source {
        MEMORY("l1"),
        CACHE("l2"),
        WORKERS("workers"),
        NOT_MODIFIED("not_modified");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** The value of the tag. */
        public String label() {
            return label;
        }
    }

    /** What came of a submission. */
    public enum Submission {
        ACCEPTED,
        REJECTED,
        /** A button changed the form; nothing was submitted yet. */
        CHANGED
    }

    /** Why there was no room for a request. */
    public enum Refusal {
        /** Its tenant asks more than its share. */
        TENANT,
        /** As many wait for the workers as may. */
        IN_FLIGHT,
        /** The bodies of others take all the memory that they may. */
        BODIES
    }

    private final MeterRegistry registry;
    private final Map<Submission, Counter> submissions = new EnumMap<>(Submission.class);
    private final Map<Source, Timer> pages = new EnumMap<>(Source.class);
    private final Map<ProblemCode, Counter> problems = new EnumMap<>(ProblemCode.class);
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
    private final Counter admitted;
    private final Counter tooSlow;
    private final Counter coalesced;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Source source : Source.values()) {
            pages.put(
                    source,
                    Timer.builder("platen.gateway.pages")
                            .description("Pages answered, by where they came from")
                            .tag("source", source.label())
                            .publishPercentileHistogram()
                            .minimumExpectedValue(Duration.ofNanos(100_000))
                            .maximumExpectedValue(Duration.ofSeconds(10))
                            .register(registry));
        }
        for (ProblemCode code : ProblemCode.values()) {
            problems.put(
                    code, counter("problems", "Requests answered with a problem, by its code", "code", code.label()));
        }
        for (Submission outcome : Submission.values()) {
            String description = "Posted forms and submitted data, by what came of them";
            submissions.put(outcome, counter("submissions", description, "outcome", label(outcome)));
        }
        for (Refusal cause : Refusal.values()) {
            String description = "Requests for which there was no room, by what there was too much of";
            refused.put(cause, counter("refused", description, "cause", label(cause)));
        }
        admitted = counter("admitted", "Requests that went to the workers");
        tooSlow = counter("too.slow", "Pages that broke off because too much waited for slow clients");
        coalesced = counter("coalesced", "Requests that waited for a page that was already asked for");
    }

    private Counter counter(String name, String description, String... tag) {
        return Counter.builder("platen.gateway." + name)
                .description(description)
                .tags(tag)
                .register(registry);
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Watches what the memory for pages would find if it were larger.
     *
     * @param times as large as it is
     */
    public <T> void memoryOfOtherSize(T size, int times, ToDoubleFunction<T> hits, ToDoubleFunction<T> misses) {
        Map.of("hit", hits, "miss", misses)
                .forEach((outcome, count) -> FunctionCounter.builder("platen.gateway.memory.played", size, count)
                        .description("Look-ups of a share of the pages, played through a memory so many times as large")
                        .tag("times", Integer.toString(times))
                        .tag("outcome", outcome)
                        .register(registry));
    }

    /** Watches how much is in flight. */
    public void inFlight(Admission admission) {
        Gauge.builder("platen.gateway.in.flight", admission, Admission::inFlight)
                .description("Requests that wait for the workers")
                .register(registry);
        Gauge.builder("platen.gateway.in.flight.limit", admission, Admission::limit)
                .description("Requests that may wait for the workers at the moment")
                .register(registry);
    }

    /** Watches how much memory bodies take. */
    public void bodies(ByteBudget bodies) {
        Gauge.builder("platen.gateway.bodies", bodies, ByteBudget::taken)
                .description("Bodies in memory, or about to be")
                .baseUnit("bytes")
                .register(registry);
    }

    /** Counts a page that was answered, begun at that {@link System#nanoTime}. */
    public void page(Source source, long startedNanos) {
        Objects.requireNonNull(pages.get(source)).record(Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    /** Every page since the start. */
    public PageFigures pageFigures() {
        PageFigures figures = PageFigures.none();
        pages.forEach((source, timer) -> {
            HistogramSnapshot taken = timer.takeSnapshot();
            figures.add(source.label(), taken.histogramCounts(), taken.count());
        });
        return figures;
    }

    /** Counts a submission. */
    public void submission(Submission outcome) {
        Objects.requireNonNull(submissions.get(outcome)).increment();
    }

    /** Counts an answer that is a problem. */
    public void problem(ProblemCode code) {
        Objects.requireNonNull(problems.get(code)).increment();
    }

    /** Counts a request for which there was no room. */
    public void refused(Refusal cause) {
        Objects.requireNonNull(refused.get(cause)).increment();
    }

    /** Counts a request that goes to the workers. */
    public void admitted() {
        admitted.increment();
    }

    /** Counts a page that broke off. */
    public void tooSlow() {
        tooSlow.increment();
    }

    /** Counts a request that joined another. */
    public void coalesced() {
        coalesced.increment();
    }
}
