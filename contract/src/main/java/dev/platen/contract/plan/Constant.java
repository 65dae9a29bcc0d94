package dev.platen.contract.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that is known while compiling. Immutable. */
public sealed interface Constant {
    /**
     * A single value.
     *
     * @param option its type and value
     */
    record Single(Option option) implements Constant {}

    /** A list. */
    record Items(List<Constant> items) implements Constant {
        /** Keeps a copy. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** An object; the order of its members is kept but never matters. */
    record Members(Map<String, Constant> members) implements Constant {
        /** Keeps a copy. */
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }
}
