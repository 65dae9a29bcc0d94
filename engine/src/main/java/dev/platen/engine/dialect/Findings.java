package dev.platen.engine.dialect;

import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.json.Place;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is found in one document, each finding once, up to a bound, and what was done. Not thread-safe. */
public final class Findings {
    private static final int MAX_FINDINGS = 100;

    private final Set<Diagnostic> all = new LinkedHashSet<>();
    private final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
    private final IdentityHashMap<Place, Inclusion> inclusions = new IdentityHashMap<>();
    private boolean hasErrors;

    /** The document is refused because of this. */
    public void error(Place place, String code, String message) {
        hasErrors = true;
        Inclusion inclusion = inclusions.get(place.outermost());
        if (inclusion == null) {
            add(place.error(code, message));
        } else {
            error(inclusion.reference(), code, inclusion.told(place, message));
        }
    }

    /** The document was found to be wrong before it was read by anyone. */
    public void error(Diagnostic diagnostic) {
        hasErrors = true;
        add(diagnostic);
    }

    /** The author should know this, unless it is about a document of somebody else. */
    public void warning(Place place, String code, String message) {
        if (!inclusions.containsKey(place.outermost())) {
            add(place.warning(code, message));
        }
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

    /** What is found within {@code outermost} is told at the reference to the stored document that it is the place of. */
    void include(Place outermost, String name, Place reference) {
        inclusions.put(outermost, new Inclusion(name, reference));
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

    /** A stored document, and where the document first refers to it. */
    private record Inclusion(String name, Place reference) {
        String told(Place place, String message) {
            String pointer = place.pointer();
            int root = pointer.indexOf('/', 1);
            return "in the stored document '%s' at %s, line %s: %s"
                    .formatted(name, root < 0 ? "(root)" : pointer.substring(root), place.line(), message);
        }
    }
}
