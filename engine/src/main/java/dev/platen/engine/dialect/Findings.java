package dev.platen.engine.dialect;

import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.json.Place;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found in one document, each finding once, up to a bound. Not thread-safe. */
public final class Findings {
    private static final int MAX_FINDINGS = 100;

    private final Set<Diagnostic> all = new LinkedHashSet<>();
    private boolean hasErrors;

    /** The document is refused because of this. */
    public void error(Place place, String code, String message) {
        hasErrors = true;
        add(place.error(code, message));
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
