package dev.platen.broker;

import java.util.List;

/**
 * The brokers of one machine that hold the log together.
 *
 * @param node number of this broker, from 1
 * @param controllerPorts where each of them hears the others, by their numbers; 0, for any free port, where there is one
 */
public record Quorum(int node, List<Integer> controllerPorts) {
    /** One broker, which has nobody to agree with. */
    public static final Quorum ALONE = new Quorum(1, List.of(0));

    private static final int MOST_COPIES = 3;

    /** Refuses a broker that is none of them, and brokers that could not find each other. */
    public Quorum {
        controllerPorts = List.copyOf(controllerPorts);
        if (node < 1 || node > controllerPorts.size()) {
            throw new IllegalArgumentException("a broker among %d has a number from 1 to %d, found %d"
                    .formatted(controllerPorts.size(), controllerPorts.size(), node));
        }
        if (controllerPorts.size() > 1 && controllerPorts.contains(0)) {
            throw new IllegalArgumentException("several brokers need ports that are known beforehand, found 0");
        }
    }

    /** Whether there is no other. */
    boolean isAlone() {
        return controllerPorts.size() == 1;
    }

    /** Where this broker hears the others. */
    int controllerPort() {
        return controllerPorts.get(node - 1);
    }

    /** Brokers that have each record. */
    int copies() {
        return Math.min(MOST_COPIES, controllerPorts.size());
    }

    /** Copies that there must be before a record is acknowledged to whoever wants all of them. */
    int copiesInSync() {
        return Math.max(1, copies() - 1);
    }
}
