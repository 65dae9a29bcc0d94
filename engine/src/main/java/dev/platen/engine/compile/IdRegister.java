package dev.platen.engine.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids of one form. An index that is known only while rendering stands for every number, so that {@code l_0} and the
 * first item of {@code l} are taken for the same; so are the ids that controls derive from their own.
 */
final class IdRegister {
    /** Stands for an index; no member name is made of it. */
    static final String INDEX = "\uffff";

    private static final Pattern NUMBER = Pattern.compile("_([0-9]{1,10}|\uffff)(?=_|$)");
    private static final Pattern DERIVED =
            Pattern.compile("(.*)__(title|description|help|error|add|remove|expand|kept|fixed|items|entries|open)");
    private static final Pattern OPTION = Pattern.compile("(.*)-[0-9]{1,10}");

    private final Set<String> exact = new HashSet<>();
    private final Set<String> withOptions = new HashSet<>();
    private final Set<String> likeDerived = new HashSet<>();
    private final Set<String> likeOptions = new HashSet<>();
    /** For each id with its numbers blurred: how many there are, and how many of them have an index. */
    private final Map<String, int[]> blurred = new HashMap<>();

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
        Matcher derived = DERIVED.matcher(id);
        Matcher option = OPTION.matcher(id);
        return exact.contains(id)
                || isIndexTaken(id)
                || likeDerived.contains(id)
                || (derived.matches() && exact.contains(derived.group(1)))
                || (option.matches() && withOptions.contains(option.group(1)))
                || calls.hasTaken(blur(id));
    }

    private boolean keep(String id) {
        Matcher derived = DERIVED.matcher(id);
        Matcher option = OPTION.matcher(id);
        if (derived.matches()) {
            likeDerived.add(derived.group(1));
        }
        if (option.matches()) {
            likeOptions.add(option.group(1));
        }
        int[] counts = blurred.computeIfAbsent(blur(id), key -> new int[2]);
        counts[0]++;
        counts[1] += id.contains(INDEX) ? 1 : 0;
        calls.addId(blur(id));
        return exact.add(id);
    }

    private boolean isIndexTaken(String id) {
        int[] counts = blurred.get(blur(id));
        return counts != null && counts[id.contains(INDEX) ? 0 : 1] > 0;
    }

    /** The id with every number in it replaced, so that those are equal that can become equal. */
    static String blur(String id) {
        return NUMBER.matcher(id).replaceAll("_" + INDEX);
    }
}
