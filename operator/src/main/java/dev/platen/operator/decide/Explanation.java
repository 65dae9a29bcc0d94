package dev.platen.operator.decide;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decisions in sentences. */
final class Explanation {
    private Explanation() {}

    static String forecast(Forecast forecast) {
        String subject = "with %s the busiest pod would".formatted(replicas(forecast.replicas()));
        if (!forecast.stable()) {
            return "%s need %s of its time and its queue would only grow"
                    .formatted(subject, percent(forecast.utilization()));
        }
        String steady = "%s be %s busy and p%.0f %s ms"
                .formatted(
                        subject,
                        percent(forecast.utilization()),
                        forecast.percentile() * 100,
                        number(forecast.latencySeconds() * 1000));
        return forecast.drainSeconds() == 0
                ? steady
                : "%s once the backlog is gone, in %s s".formatted(steady, number(forecast.drainSeconds()));
    }

    static String paused(int replicas) {
        return "the pool is paused and keeps its %s".formatted(replicas(replicas));
    }

    static String pinned(int replicas) {
        return "spec.replicas pins the pool to %s: remove it to let the operator choose".formatted(replicas(replicas));
    }

    static String held(String reason, int replicas) {
        return "%s: the pool keeps %s".formatted(reason, replicas(replicas));
    }

    static String fallback(String reason, Instant since, int replicas) {
        return "%s, and figures have been missing since %s: the pool falls back to %s"
                .formatted(reason, since, replicas(replicas));
    }

    static String notEveryPodHeard(Load.Need need, int kept) {
        return "%s, but not every pod has shown its metrics: the pool keeps %s".formatted(enough(need), replicas(kept));
    }

    static String stabilized(Load.Need need, int kept, Recommendation highest, Instant until) {
        return "%s, but %d counted as needed at %s: the pool keeps %s until %s"
                .formatted(enough(need), highest.replicas(), highest.at(), replicas(kept), until);
    }

    static String budgetSpent(Load.Need need, int kept, PauseBudget budget, Instant until) {
        return "%s, but the %d changes of the last hour have made records wait %d s of the %d s that shrinking may cost:"
                        .formatted(
                                enough(need),
                                budget.changes().size(),
                                budget.spent().toSeconds(),
                                budget.tempo().pauseBudget().toSeconds())
                + " the pool keeps %s until %s".formatted(replicas(kept), until);
    }

    private static String enough(Load.Need need) {
        String count = replicas(need.replicas());
        return need.isEnough()
                ? "%s would be enough now".formatted(count)
                : "more than %s would be of no use now".formatted(count);
    }

    static String needed(Load.Need need, int asked, Floor floor, Backlog backlog, @Nullable Load load) {
        String reason = reason(need, asked, floor, arrivals(backlog, load))
                + (need.term() == Term.BOTTLENECK && load != null ? bottleneck(load.pace()) : "");
        return load == null ? reason : reason + "; " + forecast(load.forecast(need.replicas()));
    }

    private static String arrivals(Backlog backlog, @Nullable Load load) {
        String now = number(backlog.arrivalRate());
        String soon = load == null ? now : number(load.arrivals().total());
        return "%s records/s arrive%s and %d wait"
                .formatted(
                        now,
                        now.equals(soon) ? "" : ", %s are expected when a further pod would be ready,".formatted(soon),
                        backlog.lag());
    }

    private static String bottleneck(Pace pace) {
        Speed fewest = pace.ofFewest();
        Speed most = pace.ofMost();
        return ": with %s a thread finished %s records/s, with %d %s, so look at what they share: the cache, the broker, the processors of the nodes"
                .formatted(
                        replicas(fewest.replicas()),
                        number(fewest.serviceRate()),
                        most.replicas(),
                        number(most.serviceRate()));
    }

    private static String reason(Load.Need need, int asked, Floor floor, String load) {
        String count = replicas(need.replicas());
        return switch (need.term()) {
            case UTILIZATION, LATENCY, DRAIN ->
                "%s: fewer than %s would %s".formatted(load, count, failure(need.rule()));
            case MINIMUM -> "%s: %s would be enough, the lower bound is %s".formatted(load, replicas(asked), count);
            case MAXIMUM ->
                "%s: even the upper bound of %s would %s, so raise max or give the pods more processors"
                        .formatted(load, count, failure(need.rule()));
            case PARTITIONS ->
                "%s: even %s, one for every partition, would %s, so give the topic more partitions or the pods more processors"
                        .formatted(load, count, failure(need.rule()));
            case SCHEDULE ->
                "%s: %s would be enough, schedule %s asks for %s"
                        .formatted(
                                load,
                                replicas(asked),
                                floor.schedule() == null ? "" : floor.schedule().name(),
                                count);
            case BOTTLENECK ->
                "%s: even %s would %s, but a further one would add less than a fifth of what one does now"
                        .formatted(load, count, failure(need.rule()));
            case PAUSE_BUDGET, STABILIZATION, PINNED, PAUSED, METRICS_MISSING, FALLBACK ->
                throw new IllegalStateException("no load asks for " + need.term());
        };
    }

    private static String failure(Term rule) {
        return switch (rule) {
            case UTILIZATION -> "be busier than the ceiling";
            case LATENCY -> "miss the latency target";
            case DRAIN -> "not clear the backlog in time";
            case MINIMUM,
                    SCHEDULE,
                    MAXIMUM,
                    PARTITIONS,
                    BOTTLENECK,
                    PAUSE_BUDGET,
                    STABILIZATION,
                    PINNED,
                    PAUSED,
                    METRICS_MISSING,
                    FALLBACK -> throw new IllegalStateException("no rule of load is called " + rule);
        };
    }

    private static String replicas(int count) {
        return count == 1 ? "1 replica" : count + " replicas";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}
