package dev.platen.testkit;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What processes show of their metrics, in the text format of Prometheus. */
public final class Metrics {
    /** More values than that are told by their number alone. */
    private static final int MANY = 12;

    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (\\S+) (.*)");
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern TAG = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> DYNAMIC = Set.of("pool", "namespace");

    /** One metric: what Prometheus calls a family. */
    private static final class Family {
        private String type = "untyped";
        private String help = "";
        private final SortedMap<String, Set<String>> tags = new TreeMap<>();
    }

    private final SortedMap<String, Family> families = new TreeMap<>();
    private final Set<String> series = new TreeSet<>();

    private Metrics() {}

    /** Reads what several processes show. */
    public static Metrics of(Collection<String> expositions) {
        Metrics metrics = new Metrics();
        expositions.forEach(text -> text.lines().forEach(metrics::line));
        return metrics;
    }

    private void line(String line) {
        Matcher comment = COMMENT.matcher(line);
        if (comment.matches()) {
            Family family = families.computeIfAbsent(comment.group(2), _ -> new Family());
            if (comment.group(1).equals("TYPE")) {
                family.type = comment.group(3);
            } else {
                family.help = comment.group(3).strip();
            }
            return;
        }
        Matcher sample = SERIES.matcher(line);
        if (sample.matches()) {
            series.add(sample.group(1));
            String labels = sample.group(2) == null ? "" : sample.group(2);
            Family family = families.get(familyOf(sample.group(1)));
            if (family != null) {
                TAG.matcher(labels).results().forEach(tag -> tag(family, tag));
            }
        }
    }

    private static void tag(Family family, MatchResult tag) {
        if (!tag.group(1).equals("le")) {
            family.tags.computeIfAbsent(tag.group(1), _ -> new TreeSet<>()).add(tag.group(2));
        }
    }

    private String familyOf(String sample) {
        return families.containsKey(sample) ? sample : sample.replaceFirst("_(bucket|count|sum|total)$", "");
    }

    /** The names of everything that can be asked for, sorted. */
    public Set<String> series() {
        return new TreeSet<>(series);
    }

    /** The values that a tag has anywhere, sorted. */
    public Set<String> values(String tag) {
        return families.values().stream()
                .flatMap(family -> family.tags.getOrDefault(tag, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every metric whose name begins so, as the rows of a table in Markdown. */
    public String table(String prefix) {
        StringBuilder table = new StringBuilder("| name | type | unit | tags | meaning |\n|---|---|---|---|---|\n");
        families.forEach((name, family) -> {
            boolean isCompanion = name.endsWith("_max") && families.containsKey(name.replaceFirst("_max$", ""));
            if (name.startsWith(prefix) && !isCompanion) {
                table.append(String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %s | %s | %s |%n",
                        family.type.equals("counter") && !name.endsWith("_total") ? name + "_total" : name,
                        family.type,
                        unit(name),
                        tags(family),
                        family.help));
            }
        });
        return table.toString();
    }

    private static String unit(String name) {
        String plain = name.replaceFirst("_total$", "");
        for (String unit : new String[] {"seconds", "bytes", "ratio", "records"}) {
            if (plain.endsWith("_" + unit)) {
                return unit;
            }
        }
        return "";
    }

    private static String tags(Family family) {
        return family.tags.entrySet().stream()
                .map(tag -> "`%s`%s".formatted(tag.getKey(), values(tag.getKey(), tag.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String values(String tag, Set<String> values) {
        if (DYNAMIC.contains(tag)) {
            return "";
        }
        return values.size() > MANY ? ": %d words".formatted(values.size()) : ": " + String.join(", ", values);
    }
}
