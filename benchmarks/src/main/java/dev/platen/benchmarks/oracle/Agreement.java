package dev.platen.benchmarks.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far two renderers agree about the fields of many pages. Not thread-safe. */
public final class Agreement {
    private final Map<String, int[]> byAttribute = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private int pages;
    private int fields;
    private int agreeing;
    private int beyond;

    /** No pages yet. */
    public Agreement() {}

    /** Takes the same page from both. */
    public void add(String document, Fields theirs, Fields ours) {
        pages++;
        Set<String> paths = new LinkedHashSet<>(theirs.byPath().keySet());
        paths.addAll(ours.byPath().keySet());
        for (String path : paths) {
            if (!theirs.byPath().containsKey(path) && theirs.isBeyond(path)) {
                beyond++;
            } else {
                count(differences(
                        document, theirs.byPath().get(path), ours.byPath().get(path)));
            }
        }
    }

    private void count(List<Difference> found) {
        fields++;
        agreeing += found.isEmpty() ? 1 : 0;
        differences.addAll(found);
    }

    private List<Difference> differences(String document, @Nullable Field theirs, @Nullable Field ours) {
        if (theirs == null || ours == null) {
            String attribute = ours == null ? "missing" : "extra";
            Field only = ours == null ? Objects.requireNonNull(theirs) : ours;
            tally("presence", false);
            return List.of(new Difference(document, only.path(), only.kind(), attribute, only.label(), only.label()));
        }
        tally("presence", true);
        List<Difference> found = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            String theirValue = attribute.of(theirs);
            String ourValue = attribute.of(ours);
            if (attribute.isNothingToCompare(theirValue, ourValue)) {
                continue;
            }
            boolean isSame = theirValue.equals(ourValue);
            tally(attribute.label(), isSame);
            if (!isSame) {
                found.add(new Difference(
                        document, theirs.path(), theirs.kind(), attribute.label(), theirValue, ourValue));
            }
        }
        return found;
    }

    private void tally(String attribute, boolean isSame) {
        int[] counts = byAttribute.computeIfAbsent(attribute, _ -> new int[2]);
        counts[0] += isSame ? 1 : 0;
        counts[1]++;
    }

    /** Pages that both have rendered. */
    public int pages() {
        return pages;
    }

    /** Fields that were compared: those of either page, without those that the peer says it cannot show. */
    public int fields() {
        return fields;
    }

    /** Fields about which the pages agree in every point. */
    public int agreeing() {
        return agreeing;
    }

    /** Fields that only Platen shows, where the peer says that it cannot. */
    public int beyond() {
        return beyond;
    }

    /** Share of agreement by attribute, from 0 to 1. */
    public Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        byAttribute.forEach((attribute, counts) -> shares.put(attribute, (double) counts[0] / counts[1]));
        return shares;
    }

    /** Every disagreement. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Disagreements by what is likely to be one reason, the most frequent first. */
    public Map<String, List<Difference>> byCause() {
        Map<String, List<Difference>> grouped = new TreeMap<>();
        differences.forEach(difference -> grouped.computeIfAbsent(difference.cause(), _ -> new ArrayList<>())
                .add(difference));
        Map<String, List<Difference>> sorted = new LinkedHashMap<>();
        grouped.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Difference>> entry) ->
                        -entry.getValue().size()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
