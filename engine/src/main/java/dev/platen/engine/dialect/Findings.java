package dev.platen.engine.dialect;

import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.json.Place;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is found in one document, each finding once, up to a bound, and what was done. Not thread-safe. */
public final class Findings {
    private static final int MAX_FINDINGS = 100;

    private final Set<Diagnostic> all = new LinkedHashSet<>();
    private final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
    private final SortedSet<String> dependencies = new TreeSet<>();
    private boolean hasErrors;

    /** The document is refused because of this. */
    public void error(Place place, String code, String message) {
        hasErrors = true;
        add(place.error(code, message));
    }

    /** The document was found to be wrong before it was read by anyone. */
    public void error(Diagnostic diagnostic) {
        hasErrors = true;
        add(diagnostic);
    }

    /** The author should know this. */
    public void warning(Place place, String code, String message) {
        add(place.warning(code, message));
    }

    private void add(Diagnostic diagnostic) {
        if (all.size() < MAX_FINDINGS) {
            all.add(diagnostic);
        }
    }

    /** Something was done once more. */
    public void did(Effect effect) {
        effects.merge(effect, 1, Integer::sum);
    }

    /** How often something was done. */
    public int count(Effect effect) {
        return effects.getOrDefault(effect, 0);
    }

    /** The document is made of the registered one of this name, too. */
    public void dependsOn(String name) {
        dependencies.add(name);
    }

    /** Names of registered documents that the document is made of, whether or not they were found. */
    public SortedSet<String> dependencies() {
        return Collections.unmodifiableSortedSet(dependencies);
    }

    /** Whether the document is refused. */
    public boolean hasErrors() {
        return hasErrors;
    }

    /** All findings in the order of the document. */
    public List<Diagnostic> toList() {
        return all.stream()
                .sorted(Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column))
                .toList();
    }
}
