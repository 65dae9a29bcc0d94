package dev.platen.benchmarks.oracle;

import java.util.Map;
import java.util.Set;

/**
 * The fields of a page.
 *
 * @param byPath in the order of the page
 * @param unsupported paths at which the page says that it cannot show what is there, or shows nothing
 */
public record Fields(Map<String, Field> byPath, Set<String> unsupported) {
    /** Whether the page says that it cannot show what is at this path or around it. */
    boolean isBeyond(String path) {
        return unsupported.stream().anyMatch(given -> path.equals(given) || path.startsWith(given + "_"));
    }
}
