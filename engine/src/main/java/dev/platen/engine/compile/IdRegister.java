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
    private static final Pattern DERIVED = Pattern.compile("(.*)__(title|description|help|error|add|remove|expand)");
    private static final Pattern OPTION = Pattern.compile("(.*)-[0-9]{1,10}");

    private final Set<String> exact = new HashSet<>();
    private final Set<String> withOptions = new HashSet<>();
    private final Set<String> likeDerived = new HashSet<>();
    private final Set<String> likeOptions = new HashSet<>();
    /** For each id with its numbers blurred: how many there are, and how many of them have an index. */
    private final Map<String, int[]> blurred = new HashMap<>();

    /** Adds an id, unless it or one derived from it is taken. */
    boolean add(String id, boolean hasOptions) {
        Matcher derived = DERIVED.matcher(id);
        Matcher option = OPTION.matcher(id);
        boolean isDerived = derived.matches();
        boolean isOption = option.matches();
        boolean isTaken = exact.contains(id)
                || isIndexTaken(id)
                || likeDerived.contains(id)
                || (isDerived && exact.contains(derived.group(1)))
                || (hasOptions && likeOptions.contains(id))
                || (isOption && withOptions.contains(option.group(1)));
        if (isTaken) {
            return false;
        }
        exact.add(id);
        if (isDerived) {
            likeDerived.add(derived.group(1));
        }
        if (isOption) {
            likeOptions.add(option.group(1));
        }
        if (hasOptions) {
            withOptions.add(id);
        }
        int[] counts = blurred.computeIfAbsent(blur(id), key -> new int[2]);
        counts[0]++;
        counts[1] += id.contains(INDEX) ? 1 : 0;
        return true;
    }

    private boolean isIndexTaken(String id) {
        int[] counts = blurred.get(blur(id));
        return counts != null && counts[id.contains(INDEX) ? 0 : 1] > 0;
    }

    private static String blur(String id) {
        return NUMBER.matcher(id).replaceAll("_" + INDEX);
    }
}
