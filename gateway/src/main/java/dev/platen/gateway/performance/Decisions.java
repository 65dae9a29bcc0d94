package dev.platen.gateway.performance;

import dev.platen.contract.flow.Notice.PoolDecision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What the operator decided lately for each pool of workers, as far as this gateway has heard. Thread-safe. */
final class Decisions {
    /** Of each pool. */
    static final int MOST = 20;

    static final int MOST_POOLS = 32;

    private final SequencedMap<String, Deque<PoolDecision>> byPool = new LinkedHashMap<>();

    /** Keeps a decision; one that says again what the last one said takes its place. */
    synchronized void take(PoolDecision decision) {
        Deque<PoolDecision> known = byPool.computeIfAbsent(decision.pool(), _ -> new ArrayDeque<>());
        byPool.putLast(decision.pool(), known);
        if (byPool.size() > MOST_POOLS) {
            byPool.pollFirstEntry();
        }
        PoolDecision last = known.peekFirst();
        if (last != null && last.at().isAfter(decision.at())) {
            return;
        }
        if (last != null && isSame(last, decision)) {
            known.removeFirst();
        }
        known.addFirst(decision);
        if (known.size() > MOST) {
            known.removeLast();
        }
    }

    private static boolean isSame(PoolDecision one, PoolDecision other) {
        return one.from() == other.from()
                && one.to() == other.to()
                && one.term().equals(other.term())
                && one.isActedUpon() == other.isActedUpon();
    }

    /** All of them, the latest first. */
    synchronized List<PoolDecision> latest() {
        List<PoolDecision> all = new ArrayList<>();
        byPool.values().forEach(all::addAll);
        all.sort(Comparator.comparing(PoolDecision::at).reversed().thenComparing(PoolDecision::pool));
        return all;
    }
}
