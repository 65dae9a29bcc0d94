package dev.platen.operator.cache;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The nodes as they are.
 *
 * @param wanted nodes that the StatefulSet is set to
 * @param configured whether its template tells the memory that is wanted
 * @param present its pods
 */
record Nodes(int wanted, boolean configured, List<Node> present) {
    Nodes {
        present = List.copyOf(present);
    }

    /**
     * One node.
     *
     * @param name of its pod
     * @param ordinal its number
     * @param ready whether it takes requests
     * @param current whether it runs the newest template
     * @param figures its word, null where it did not answer
     */
    record Node(
            String name,
            int ordinal,
            boolean ready,
            boolean current,
            @Nullable Figures figures) {}

    /**
     * What a node says.
     *
     * @param members nodes that it sees, itself included
     * @param rebalancing whether entries move
     */
    record Figures(int members, boolean rebalancing) {}

    /** Why the next step has to wait, empty where every node is there and no entries move. */
    Optional<String> unrest() {
        if (present.size() != wanted) {
            return Optional.of("%d of %d nodes are there".formatted(present.size(), wanted));
        }
        return present.stream().flatMap(node -> unrest(node).stream()).findFirst();
    }

    private Optional<String> unrest(Node node) {
        Figures figures = node.figures();
        if (!node.ready()) {
            return Optional.of(node.name() + " is not ready");
        }
        if (figures == null) {
            return Optional.of(node.name() + " does not show its metrics");
        }
        if (figures.members() != wanted) {
            return Optional.of("%s sees %d of %d nodes".formatted(node.name(), figures.members(), wanted));
        }
        return figures.rebalancing() ? Optional.of("entries move to or from " + node.name()) : Optional.empty();
    }

    /** The next node that has to be renewed: the StatefulSet does so from the highest number down. */
    Optional<Node> outdated() {
        return present.stream().filter(node -> !node.current()).max(Comparator.comparingInt(Node::ordinal));
    }
}
