package dev.platen.operator.cache;

import dev.platen.operator.api.CacheClusterSpec;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The room for each kind of entry, as the first container of a StatefulSet tells it to the nodes. Immutable. */
final class NodeMemory {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([KMG]?)");
    private static final long MIB = 1024L * 1024;

    /** Caches that fill more of a container leave too little for the process and for what is on its way. */
    private static final int LARGEST_PERCENT = 50;

    private final Container container;

    /** By environment variable, sorted: what the nodes are told, and over it what is wanted. */
    private final Map<String, String> sizes = new TreeMap<>();

    NodeMemory(StatefulSet set, CacheClusterSpec spec) {
        container = set.getSpec().getTemplate().getSpec().getContainers().getFirst();
        for (EnvVar variable : container.getEnv()) {
            if (variable.getName().startsWith(CacheClusterSpec.Memory.VARIABLE_PREFIX) && variable.getValue() != null) {
                sizes.put(variable.getName(), variable.getValue());
            }
        }
        sizes.putAll(spec.memory().variables());
    }

    /** Whether the nodes are told what is wanted. */
    boolean isTold() {
        return sizes.entrySet().stream().allMatch(size -> container.getEnv().stream()
                .anyMatch(variable -> size.getKey().equals(variable.getName())
                        && size.getValue().equals(variable.getValue())));
    }

    /** Why the container cannot hold all of it; empty where it can, or where it has no limit. */
    Optional<String> excess() {
        long bytes = sizes.values().stream().mapToLong(NodeMemory::bytes).sum();
        return limit().filter(limit -> bytes * 100 > limit * LARGEST_PERCENT)
                .map(limit ->
                        "the caches of a node would take %d MiB, and its container may use %d MiB, of which %d %% are theirs: raise its limit or lower spec.memory"
                                .formatted(bytes / MIB, limit / MIB, LARGEST_PERCENT));
    }

    private Optional<Long> limit() {
        return Optional.ofNullable(container.getResources())
                .flatMap(resources -> Optional.ofNullable(resources.getLimits()))
                .flatMap(limits -> Optional.ofNullable(limits.get("memory")))
                .map(limit -> Quantity.getAmountInBytes(limit).longValue());
    }

    private static long bytes(String size) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            return 0; // the nodes refuse it themselves
        }
        long unit =
                switch (matcher.group(2)) {
                    case "K" -> 1024;
                    case "M" -> MIB;
                    case "G" -> 1024 * MIB;
                    default -> 1;
                };
        return Long.parseLong(matcher.group(1)) * unit;
    }

    /**
     * The container with its name and these sizes alone. Sizes that are only there are told too: who leaves out what he has
     * told before takes it away, and what a cluster does not name stays as it is.
     */
    Container told() {
        List<EnvVar> variables = sizes.entrySet().stream()
                .map(size -> new EnvVarBuilder()
                        .withName(size.getKey())
                        .withValue(size.getValue())
                        .build())
                .toList();
        return new ContainerBuilder()
                .withName(container.getName())
                .withEnv(variables)
                .build();
    }
}
