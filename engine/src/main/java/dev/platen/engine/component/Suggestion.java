package dev.platen.engine.component;

import java.util.Collection;
import java.util.Comparator;

/** What somebody may have meant. */
final class Suggestion {
    private static final int FARTHEST = 3;

    private Suggestion() {}

    /** As part of a sentence; empty where nothing is near. */
    static String among(Collection<String> names, String found) {
        return names.stream()
                .filter(name -> distance(name, found) <= Math.min(FARTHEST, name.length() / 2))
                .min(Comparator.comparingInt((String name) -> distance(name, found))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> ", did you mean '%s'?".formatted(name))
                .orElse("");
    }

    /** Levenshtein's distance between the names, without regard to case. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean isSame = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                int replaced = diagonal + (isSame ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
