package dev.platen.compiler;

import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.transport.Buckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What a compiler exports; every name and tag of the module stands here, and no input makes a series. Thread-safe. */
@Singleton
class CompileMetrics {
    private final MeterRegistry registry;
    private final Timer compiled;
    private final Timer rejected;
    private final DistributionSummary documents;
    private final DistributionSummary plans;
    private final DistributionSummary nodes;
    private final Map<RenewStep.Outcome, Counter> renewals = new EnumMap<>(RenewStep.Outcome.class);

    CompileMetrics(MeterRegistry registry) {
        this.registry = registry;
        compiled = time("compiled");
        rejected = time("rejected");
        documents =
                summary("platen.compiler.document", "Size of documents that were compiled", "bytes", Buckets.ofBytes());
        plans = summary("platen.compiler.plan", "Size of the plans that were made of them", "bytes", Buckets.ofBytes());
        nodes = summary("platen.compiler.plan.nodes", "Parts of the form that a plan has", "", Buckets.ofNumbers());
        for (RenewStep.Outcome outcome : RenewStep.Outcome.values()) {
            renewals.put(
                    outcome,
                    Counter.builder("platen.compiler.renewals")
                            .description("Schemas compiled again because of what they refer to, by what became of them")
                            .tag(
                                    "outcome",
                                    outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
    }

    private Timer time(String outcome) {
        return Timer.builder("platen.compiler.compile")
                .description("Time that one compilation took, looking documents up included")
                .tag("outcome", outcome)
                .serviceLevelObjectives(Buckets.ofTime())
                .register(registry);
    }

    private DistributionSummary summary(String name, String description, String unit, double[] bounds) {
        return DistributionSummary.builder(name)
                .description(description)
                .baseUnit(unit.isEmpty() ? null : unit)
                .serviceLevelObjectives(bounds)
                .register(registry);
    }

    /** Watches what the log knows, and what waits to be done about it. */
    void observe(Catalogue catalogue, Supplier<Number> waiting) {
        gauge("platen.compiler.schemas", "Names of schemas", catalogue::size);
        gauge("platen.compiler.schemas.outdated", "Schemas that keep an old plan", catalogue::outdated);
        gauge("platen.compiler.renewals.waiting", "Schemas that wait to be compiled again", waiting);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value)
                .strongReference(true)
                .description(description)
                .register(registry);
    }

    /** Counts one compilation. */
    void compilation(byte[] document, CompileOutcome outcome, long nanos) {
        documents.record(document.length);
        switch (outcome) {
            case Compiled made -> {
                compiled.record(nanos, TimeUnit.NANOSECONDS);
                plans.record(made.encodedPlan().length);
                nodes.record(made.cost().nodes());
            }
            case Rejected _ -> rejected.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Counts a schema that was to be compiled again. */
    void renewal(RenewStep.Outcome outcome) {
        Objects.requireNonNull(renewals.get(outcome)).increment();
    }
}
