package dev.platen.engine.validate;

import java.util.Optional;
import java.util.Set;

/** Reads JSON Pointers to keywords; a member may have the name of a keyword. */
final class KeywordPath {
    private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");
    /** Keywords that the name of a member follows. */
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "dependentSchemas", "dependencies");

    private KeywordPath() {}

    /** Where the first {@code anyOf} or {@code oneOf} ends that a branch follows, in a path read from a schema on. */
    static Optional<Integer> nextChoice(String path, int from) {
        int at = from;
        while (at < path.length()) {
            int end = end(path, at);
            String token = path.substring(at + 1, end);
            if (CHOICES.contains(token) && end < path.length()) {
                return Optional.of(end);
            }
            at = NAMED.contains(token) && end < path.length() ? end(path, end) : end;
        }
        return Optional.empty();
    }

    private static int end(String path, int slash) {
        int next = path.indexOf('/', slash + 1);
        return next < 0 ? path.length() : next;
    }
}
