package dev.platen.engine.script;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How much one execution may put together: characters of texts and items of lists. Texts and lists that are added again
 * and again would otherwise double with every few characters of an expression.
 */
final class Allowance {
    static final long MOST = 4L << 20;

    /** The language calls its functions with their operands alone, so that what is left belongs to the thread. */
    private static final ThreadLocal<long[]> LEFT = ThreadLocal.withInitial(() -> new long[] {MOST});

    private Allowance() {}

    /** To be called before each execution. */
    static void renew() {
        LEFT.get()[0] = MOST;
    }

    private static void take(long size) {
        long[] left = LEFT.get();
        left[0] -= size;
        if (left[0] < 0) {
            throw new IllegalArgumentException("an expression may put together at most %s characters".formatted(MOST));
        }
    }

    static Object sum(String one, String other) {
        take((long) one.length() + other.length());
        return one + other;
    }

    /** Loops add their results item by item: a list that was made here is added to, since nothing else refers to it. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    static Object sum(Collection one, Collection other) {
        take(1L + other.size());
        if (one instanceof Gathered gathered && other.size() == 1) {
            return gathered.with(other.iterator().next());
        }
        take(one.size());
        List<Object> items = new ArrayList<>(one);
        items.addAll(other);
        return new Gathered(items, items.size());
    }

    /** A list of which longer ones share the beginning. */
    private static final class Gathered extends AbstractList<Object> {
        private final List<Object> items;
        private final int size;

        Gathered(List<Object> items, int size) {
            this.items = items;
            this.size = size;
        }

        /** Appends in place where nobody did before, else to a copy. */
        Gathered with(Object item) {
            List<Object> shared = items.size() == size ? items : copy();
            shared.add(item);
            return new Gathered(shared, size + 1);
        }

        private List<Object> copy() {
            take(size);
            return new ArrayList<>(items.subList(0, size));
        }

        @Override
        public Object get(int index) {
            return items.subList(0, size).get(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
