package dev.platen.operator.cache;

import java.util.Optional;

/** The next thing to do with the nodes. */
sealed interface Step {
    /** For people. */
    String sentence();

    /** Everything is as it should be. */
    record Rest() implements Step {
        @Override
        public String sentence() {
            return "as wanted";
        }
    }

    /**
     * Nothing before the nodes are at rest.
     *
     * @param reason what is waited for
     */
    record Wait(String reason) implements Step {
        @Override
        public String sentence() {
            return "waiting: " + reason;
        }
    }

    /** Tell the template the memory that is wanted; no node is renewed by that alone. */
    record Configure() implements Step {
        @Override
        public String sentence() {
            return "changing the memory of the nodes";
        }
    }

    /**
     * Renew one node.
     *
     * @param ordinal its number
     * @param name of its pod
     */
    record Renew(int ordinal, String name) implements Step {
        @Override
        public String sentence() {
            return "renewing " + name;
        }
    }

    /**
     * Add or remove one node.
     *
     * @param from nodes before
     * @param to nodes then
     */
    record Resize(int from, int to) implements Step {
        @Override
        public String sentence() {
            return "going from %d to %d nodes".formatted(from, to);
        }
    }

    /** The next step: one node at a time, and none while another one comes, goes or hands over its entries. */
    static Step next(Nodes nodes, int wanted) {
        Optional<String> unrest = nodes.unrest();
        if (unrest.isPresent()) {
            return new Wait(unrest.get());
        }
        if (!nodes.configured()) {
            return new Configure();
        }
        Optional<Nodes.Node> outdated = nodes.outdated();
        if (outdated.isPresent()) {
            return new Renew(outdated.get().ordinal(), outdated.get().name());
        }
        return nodes.wanted() == wanted
                ? new Rest()
                : new Resize(nodes.wanted(), nodes.wanted() + Integer.signum(wanted - nodes.wanted()));
    }
}
