package dev.platen.gateway.identity;

import java.util.Arrays;
import java.util.Locale;

/** What a caller may do; each role may do what those before it may. */
public enum Role {
    /** Read schemas, render pages, submit forms. */
    READER,
    /** Store and delete schemas. */
    AUTHOR,
    /** Purge and warm caches, read how the system performs. */
    ADMIN;

    /** Whether whoever has this role may do what {@code needed} may. */
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /**
     * The role of that name, in lower case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("a role is reader, author or admin, found '%s'".formatted(name)));
    }

    /** The name in files, claims and messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
