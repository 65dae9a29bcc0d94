package dev.platen.contract.plan;

import java.util.List;
import java.util.stream.Stream;

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

    /** Whether files can be chosen anywhere in it. */
    public boolean hasFiles() {
        return hasFiles(root) || hasFiles(routines);
    }

    private static boolean hasFiles(List<Part> parts) {
        return parts.stream().anyMatch(Parts::hasFiles);
    }

    private static boolean hasFiles(Part part) {
        return switch (part) {
            case Part.Group group -> hasFiles(group.children());
            case Part.Items items ->
                hasFiles(items.fixed()) || Stream.ofNullable(items.item()).anyMatch(Parts::hasFiles);
            case Part.Entries entries -> entries.kinds().stream().anyMatch(kind -> hasFiles(kind.part()));
            case Part.Alternatives alternatives ->
                alternatives.branches().stream().anyMatch(branch -> hasFiles(branch.part()));
            case Part.Either either -> hasFiles(either.then()) || hasFiles(either.otherwise());
            case Part.Again _ -> false; // what it refers to is looked at by itself
            case Part.Leaf leaf -> leaf.input() == Part.Input.FILE || leaf.input() == Part.Input.FILES;
        };
    }
}
