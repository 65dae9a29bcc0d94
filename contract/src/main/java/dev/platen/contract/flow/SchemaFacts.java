package dev.platen.contract.flow;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler found out about the document that a name stands for.
 *
 * @param dialect what the document was read as
 * @param dependencies every stored document that it refers to, directly or not, as it was when the plan was made
 * @param tried the same for the last attempt to make it again, where that failed
 * @param problem why the plan is older than its dependencies: with them as they are now the document does not compile; empty
 *     where the plan is up to date
 */
public record SchemaFacts(String dialect, List<Dependency> dependencies, List<Dependency> tried, String problem) {
    private static final int MAX_PROBLEM = 2_000;

    /** Keeps a copy, and no more than the beginning of a long problem. */
    public SchemaFacts {
        dependencies = List.copyOf(dependencies);
        tried = List.copyOf(tried);
        problem = problem.length() > MAX_PROBLEM ? problem.substring(0, MAX_PROBLEM) : problem;
    }

    /** Facts about a document that compiles. */
    public static SchemaFacts upToDate(String dialect, List<Dependency> dependencies) {
        return new SchemaFacts(dialect, dependencies, List.of(), "");
    }

    /** The same plan, which could not be made again. */
    public SchemaFacts failed(List<Dependency> found, String reason) {
        return new SchemaFacts(dialect, dependencies, found, reason);
    }

    /** What the document referred to when it was compiled last, whether or not that went well. */
    public List<Dependency> lastCompiledWith() {
        return isOutdated() ? tried : dependencies;
    }

    /** Whether the plan is older than its dependencies, because with them the document does not compile. */
    public boolean isOutdated() {
        return !problem.isEmpty();
    }

    /**
     * A stored document that another refers to.
     *
     * @param name its name
     * @param digest of the document; null where there was none of that name
     */
    public record Dependency(SchemaName name, @Nullable Digest digest) {}
}
