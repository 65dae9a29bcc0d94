package dev.platen.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which ids belong to calls. What a routine adds to the id of a call depends on the data and never ends, so that other
 * ids are kept away from all that begins like it. Ids longer than any that people read are let pass, to bound the work.
 */
final class CallIds {
    private static final int MAX_LENGTH = 300;
    /** The character after the separator of ids. */
    private static final String AFTER_SEPARATOR = "`";

    private final Map<String, List<RoutineIds>> calls = new HashMap<>();
    private final TreeSet<String> ids = new TreeSet<>();

    void addId(String id) {
        if (id.length() <= MAX_LENGTH) {
            ids.add(id);
        }
    }

    void add(String call, RoutineIds routine) {
        calls.computeIfAbsent(call, id -> new ArrayList<>()).add(routine);
    }

    /** Whether a call can come to have this id in it. */
    boolean hasTaken(String id) {
        if (calls.isEmpty() || id.length() > MAX_LENGTH) {
            return false;
        }
        for (int end = id.indexOf('_'); end > 0; end = id.indexOf('_', end + 1)) {
            String rest = id.substring(end);
            if (calls.getOrDefault(id.substring(0, end), List.of()).stream().anyMatch(call -> call.canAdd(rest))) {
                return true;
            }
        }
        return false;
    }

    /** Whether there already is an id that the call can come to have in it. */
    boolean isTakenBy(String call, RoutineIds routine) {
        return ids.subSet(call + "_", call + AFTER_SEPARATOR).stream()
                .anyMatch(id -> routine.canAdd(id.substring(call.length())));
    }
}
