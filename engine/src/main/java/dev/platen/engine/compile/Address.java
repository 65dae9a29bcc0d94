package dev.platen.engine.compile;

import java.util.ArrayList;
import java.util.List;

/**
 * Where data is that a part of a form reads, as far as it is known while compiling.
 *
 * @param routine index of the routine within whose value it is; {@link #PAGE} for none
 * @param steps members that lead there from that value; {@link #ANY} for items and entries
 */
record Address(int routine, List<String> steps) {
    static final int PAGE = -1;
    /** Any item or entry; a member of that name is taken for one, so that more overlaps than must. */
    static final String ANY = "*";

    static final Address ROOT = new Address(PAGE, List.of());

    Address {
        steps = List.copyOf(steps);
    }

    Address then(List<String> more) {
        List<String> all = new ArrayList<>(steps);
        all.addAll(more);
        return new Address(routine, all);
    }

    /** Of its items or entries. */
    Address items() {
        return then(List.of(ANY));
    }

    /** What is around the value. */
    Address around() {
        return steps.isEmpty() ? this : new Address(routine, steps.subList(0, steps.size() - 1));
    }

    /** Whether the other is the same value, or within it. */
    boolean contains(Address other) {
        return steps.size() <= other.steps.size() && overlaps(other);
    }

    /** Whether one of both is within the other. */
    boolean overlaps(Address other) {
        boolean overlaps = routine == other.routine;
        for (int i = 0; overlaps && i < Math.min(steps.size(), other.steps.size()); i++) {
            String own = steps.get(i);
            String others = other.steps.get(i);
            overlaps = own.equals(others) || own.equals(ANY) || others.equals(ANY);
        }
        return overlaps;
    }
}
