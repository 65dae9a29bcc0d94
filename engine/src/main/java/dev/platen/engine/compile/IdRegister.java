package dev.platen.engine.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one form. An index that is known only while rendering stands for every number, so that {@code l_0} and the
 * first item of {@code l} are taken for the same; so are the ids that controls derive from their own.
 */
final class IdRegister {
    /** Stands for an index; no member name is made of it. */
    static final String INDEX = "\uffff";

    /** What controls add to their ids. */
    private static final List<String> DERIVED = List.of(
            "__title",
            "__description",
            "__help",
            "__error",
            "__add",
            "__remove",
            "__expand",
            "__kept",
            "__fixed",
            "__items",
            "__entries",
            "__open",
            "__files",
            "__clear",
            "__close",
            "__optionalAdd",
            "__optionalRemove");

    private static final int MAX_DIGITS = 10;

    private final Set<String> exact = new HashSet<>();
    private final Set<String> withOptions = new HashSet<>();
    private final Set<String> likeDerived = new HashSet<>();
    private final Set<String> likeOptions = new HashSet<>();
    /** For each id with its numbers blurred: how many there are, and how many of them have an index. */
    private final Map<String, int[]> blurredCounts = new HashMap<>();

    private final CallIds calls = new CallIds();

    /** Adds the id of a part, unless it or one derived from it is taken. */
    boolean add(String id) {
        return !isTaken(id) && keep(id);
    }

    /** Adds the id of a part that numbers its options, unless it or one of theirs is taken. */
    boolean addWithOptions(String id) {
        boolean isAdded = !likeOptions.contains(id) && add(id);
        if (isAdded) {
            withOptions.add(id);
        }
        return isAdded;
    }

    /** Adds the id of a list together with those of its items, unless one of them is taken. */
    boolean addWithItems(String id) {
        return !isTaken(id) && addItems(id) && keep(id);
    }

    /** Adds the ids of the items of a list that is an item itself, unless one of them is taken. */
    boolean addItems(String id) {
        return add(id + "_" + INDEX);
    }

    /** Adds the id of a call together with those that its routine adds to it, unless one of them is taken. */
    boolean addCall(String id, RoutineIds routine) {
        return !calls.isTakenBy(blur(id), routine) && add(id) && addCalled(id, routine);
    }

    /** Adds what its routine adds to the id of a call that is an item, unless it is taken. */
    boolean addCalled(String id, RoutineIds routine) {
        boolean isTaken = calls.isTakenBy(blur(id), routine);
        if (!isTaken) {
            calls.add(blur(id), routine);
        }
        return !isTaken;
    }

    private boolean isTaken(String id) {
        String derivedFrom = derivedFrom(id);
        String optionOf = optionOf(id);
        String blurred = blur(id);
        return exact.contains(id)
                || isIndexTaken(id, blurred)
                || likeDerived.contains(id)
                || (derivedFrom != null && exact.contains(derivedFrom))
                || (optionOf != null && withOptions.contains(optionOf))
                || calls.hasTaken(blurred);
    }

    private boolean keep(String id) {
        String derivedFrom = derivedFrom(id);
        String optionOf = optionOf(id);
        if (derivedFrom != null) {
            likeDerived.add(derivedFrom);
        }
        if (optionOf != null) {
            likeOptions.add(optionOf);
        }
        String blurred = blur(id);
        int[] counts = blurredCounts.computeIfAbsent(blurred, key -> new int[2]);
        counts[0]++;
        counts[1] += id.contains(INDEX) ? 1 : 0;
        calls.addId(blurred);
        return exact.add(id);
    }

    private boolean isIndexTaken(String id, String blurred) {
        int[] counts = blurredCounts.get(blurred);
        return counts != null && counts[id.contains(INDEX) ? 0 : 1] > 0;
    }

    /** The id that a control would have that derives this one from its own; null for none. */
    private static @Nullable String derivedFrom(String id) {
        for (String ending : DERIVED) {
            if (id.endsWith(ending)) {
                return id.substring(0, id.length() - ending.length());
            }
        }
        return null;
    }

    /** The id that a control would have that gives this one to an option; null for none. */
    private static @Nullable String optionOf(String id) {
        int mark = id.lastIndexOf('-');
        return mark >= 0 && isNumber(id, mark + 1, id.length()) ? id.substring(0, mark) : null;
    }

    private static boolean isNumber(String id, int from, int to) {
        if (to == from || to - from > MAX_DIGITS) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (id.charAt(at) < '0' || id.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The id with every number in it replaced, so that those are equal that can become equal. */
    static String blur(String id) {
        StringBuilder blurred = new StringBuilder();
        int copied = 0;
        for (int mark = id.indexOf('_'); mark >= 0; ) {
            int next = id.indexOf('_', mark + 1);
            int end = next < 0 ? id.length() : next;
            if (isNumber(id, mark + 1, end)) {
                blurred.append(id, copied, mark + 1).append(INDEX);
                copied = end;
            }
            mark = next;
        }
        return copied == 0 ? id : blurred.append(id, copied, id.length()).toString();
    }
}
