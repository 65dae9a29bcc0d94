package dev.platen.operator.reconcile;

import dev.platen.operator.api.LastDecision;
import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.api.WorkerPoolStatus;
import dev.platen.operator.api.WorkerPoolStatus.Observed;
import dev.platen.operator.api.WorkerPoolStatus.Pools;
import dev.platen.operator.decide.Backlog;
import dev.platen.operator.decide.Decision;
import dev.platen.operator.decide.Forecast;
import dev.platen.operator.decide.PoolSizes;
import dev.platen.operator.decide.WorkerFigures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a turn down as a status. */
final class Statuses {
    /** Further digits of a rate are noise. */
    private static final MathContext DIGITS = new MathContext(6);

    private Statuses() {}

    static WorkerPoolStatus of(Turn turn) {
        WorkerPoolStatus before = turn.pool().getStatus();
        Decision decision = turn.decision();
        return new WorkerPoolStatus(
                turn.pool().getMetadata().getGeneration(),
                turn.workload().present(),
                turn.workload().selectorText(),
                decision.to(),
                pools(turn, before),
                observed(turn),
                lastDecision(decision, turn.now()),
                lastScaleTime(turn, before),
                text(turn.memory().missingSince()),
                turn.memory().recommendations().stream()
                        .map(need ->
                                new WorkerPoolStatus.Recommendation(need.at().toString(), need.replicas()))
                        .toList(),
                turn.memory().changes().stream().map(Instant::toString).toList(),
                turn.memory().speeds().stream()
                        .map(speed -> new WorkerPoolStatus.Speed(
                                speed.at().toString(), speed.replicas(), rounded(speed.serviceRate())))
                        .toList(),
                Conditions.of(turn));
    }

    /** Keeps what is remembered, should the target come back. */
    static WorkerPoolStatus withoutTarget(WorkerPool pool, Instant now) {
        WorkerPoolStatus before = pool.getStatus();
        return new WorkerPoolStatus(
                pool.getMetadata().getGeneration(),
                0,
                null,
                null,
                before == null ? null : before.pools(),
                before == null ? null : before.observed(),
                before == null ? null : before.lastDecision(),
                before == null ? null : before.lastScaleTime(),
                before == null ? null : before.metricsMissingSince(),
                before == null ? List.of() : before.recommendations(),
                before == null ? List.of() : before.changes(),
                before == null ? List.of() : before.speeds(),
                Conditions.withoutTarget(pool, now));
    }

    /** What the workers have been told, which is the old where telling them failed. */
    private static @Nullable Pools pools(Turn turn, @Nullable WorkerPoolStatus before) {
        if (turn.settingsFailure() != null) {
            return before == null ? null : before.pools();
        }
        PoolSizes sizes = turn.decision().pools();
        return sizes == null ? null : new Pools(sizes.workers(), sizes.inFlight());
    }

    /** The service rate outlives a silence of the workers: it is what sizes the pool until they are heard again. */
    private static Observed observed(Turn turn) {
        Backlog backlog = turn.observation().backlog();
        WorkerFigures workers = turn.observation().workers();
        Double serviceRate = turn.memory().serviceRate();
        Duration podStart = turn.memory().podStart();
        return new Observed(
                backlog == null ? null : backlog.at().toString(),
                backlog == null ? null : rounded(backlog.arrivalRate()),
                backlog == null ? null : backlog.lag(),
                serviceRate == null ? null : rounded(serviceRate),
                workers == null || workers.utilization() == null ? null : rounded(workers.utilization()),
                podStart == null ? null : rounded(podStart.toMillis() / 1000.0));
    }

    private static LastDecision lastDecision(Decision decision, Instant now) {
        Forecast forecast = decision.forecast();
        Forecast fewer = decision.oneFewer();
        return new LastDecision(
                now.toString(),
                decision.from(),
                decision.to(),
                decision.term().label(),
                decision.explanation(),
                forecast == null ? null : latencyMillis(forecast),
                fewer == null ? null : counterfactual(fewer));
    }

    private static LastDecision.Counterfactual counterfactual(Forecast fewer) {
        return new LastDecision.Counterfactual(
                fewer.replicas(),
                latencyMillis(fewer),
                (int) Math.min(Integer.MAX_VALUE, Math.round(fewer.utilization() * 100)),
                fewer.sentence());
    }

    private static @Nullable Long latencyMillis(Forecast forecast) {
        return forecast.stable() ? Math.round(forecast.latencySeconds() * 1000) : null;
    }

    private static @Nullable String lastScaleTime(Turn turn, @Nullable WorkerPoolStatus before) {
        if (turn.scaling() instanceof Turn.Scaling.Done) {
            return turn.now().toString();
        }
        return before == null ? null : before.lastScaleTime();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static Double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
