package dev.platen.operator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the changes of the last hour have cost: each one makes the consumer group share its partitions out anew, and records
 * wait meanwhile. Growing always goes; shrinking only within the budget.
 *
 * @param changes of the last hour, oldest first
 * @param tempo what a change costs and what an hour allows
 */
record PauseBudget(List<Instant> changes, Policy.Tempo tempo) {
    /** The time that the budget is for. */
    static final Duration HOUR = Duration.ofHours(1);

    static PauseBudget of(List<Instant> changes, Instant now, Policy.Tempo tempo) {
        return new PauseBudget(withinHour(changes, now), tempo);
    }

    /** Changes that still count. */
    static List<Instant> withinHour(List<Instant> changes, Instant now) {
        return changes.stream()
                .filter(change -> change.isAfter(now.minus(HOUR)) && !change.isAfter(now))
                .sorted()
                .toList();
    }

    Duration spent() {
        return tempo.rebalance().multipliedBy(changes.size());
    }

    boolean allowsAnother() {
        return spent().plus(tempo.rebalance()).compareTo(tempo.pauseBudget()) <= 0;
    }

    /** When the budget has room again, asked only where it has none; never, told as an hour ahead, where it is too small. */
    Instant roomAgain(Instant now) {
        long allowed = tempo.pauseBudget().dividedBy(tempo.rebalance());
        long tooMany = changes.size() + 1 - allowed;
        return allowed < 1 ? now.plus(HOUR) : changes.get((int) tooMany - 1).plus(HOUR);
    }
}
