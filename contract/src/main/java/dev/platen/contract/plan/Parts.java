package dev.platen.contract.plan;

import java.util.List;

/**
 * How posted pages are read.
 *
 * @param root the whole form
 * @param routines what {@link Part.Again} refers to
 */
public record Parts(Part root, List<Part> routines) {
    /** Of a page on which nothing can be entered. */
    public static final Parts NONE = new Parts(new Part.Group(List.of(), "", false, List.of()), List.of());

    /** Keeps a copy. */
    public Parts {
        routines = List.copyOf(routines);
    }
}
