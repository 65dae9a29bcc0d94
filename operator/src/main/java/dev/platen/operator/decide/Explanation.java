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

    private static String enough(Load.Need need) {
        String count = replicas(need.replicas());
        return need.isMet() || need.term() == Term.MINIMUM
                ? "%s would be enough now".formatted(count)
                : "more than %s would be of no use now".formatted(count);
    }

    static String needed(Load.Need need, int asked, Backlog backlog, @Nullable Forecast forecast) {
        String reason = reason(need, asked, backlog);
        return forecast == null ? reason : reason + "; " + forecast(forecast);
    }

    private static String reason(Load.Need need, int asked, Backlog backlog) {
        String count = replicas(need.replicas());
        String load = "%s records/s arrive and %d wait".formatted(number(backlog.arrivalRate()), backlog.lag());
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
            case STABILIZATION, PINNED, PAUSED, METRICS_MISSING, FALLBACK ->
                throw new IllegalStateException("no load asks for " + need.term());
        };
    }

    private static String failure(Term rule) {
        return switch (rule) {
            case UTILIZATION -> "be busier than the ceiling";
            case LATENCY -> "miss the latency target";
            case DRAIN -> "not clear the backlog in time";
            case MINIMUM, MAXIMUM, PARTITIONS, STABILIZATION, PINNED, PAUSED, METRICS_MISSING, FALLBACK ->
                throw new IllegalStateException("no rule of load is called " + rule);
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
