package dev.platen.benchmarks.load;

import dev.platen.benchmarks.report.Section;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be asked of whole processes, each on a Platen of its own. */
public enum Scenario {
    /** Hits. */
    HITS("cached hits, against bare Vert.x and nginx"),
    /** Misses. */
    UNCACHED("uncached pages through Kafka, against a raw echo"),
    /** The second level. */
    CACHE("a page from the cluster's cache, against Redis"),
    /** More workers. */
    RENDERERS("1, 2 and 4 renderers, each with the same share of the machine"),
    /** Many misses of one page. */
    FLIGHT("1,000 concurrent misses of one key"),
    /** More than it can do. */
    OVERLOAD("three and ten times the load that can be answered"),
    /** A trace. */
    RATIO("hit ratio of a Zipf trace, against the offline optimum"),
    /** Nothing lost, nothing doubled. */
    COUNT("uncached requests counted at every station, for a minute"),
    /** Idle clients. */
    CONNECTIONS("10,000 open connections"),
    /** Without load. */
    IDLE("time to ready and memory of up and cluster"),
    /** The first page. */
    START("start to first page, with the AOT cache and without"),
    /** What Quarkus alone weighs. */
    MEMORY("memory of the services, against empty applications with the same extensions"),
    /** Replicas and pool sizes; only where it is named. */
    OPERATOR("renderers that the operator scales with the load; six minutes, only when named"),
    /** All of them; only where it is named. */
    MILLION_REQUESTS("million", "10^6 uncached requests counted at every station; up to half an hour, only when named");

    private static final long MILLION = 1_000_000;
    private static final Set<Scenario> ONLY_NAMED = EnumSet.of(OPERATOR, MILLION_REQUESTS);
    private static final int COUNTING_ROUNDS = 15;
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final String label;
    private final String purpose;

    Scenario(String purpose) {
        this.label = name().toLowerCase(Locale.ROOT);
        this.purpose = purpose;
    }

    Scenario(String label, String purpose) {
        this.label = label;
        this.purpose = purpose;
    }

    /** Runs it on this machine. */
    List<Section> run(Effort effort) throws Exception {
        return switch (this) {
            case HITS -> new CachedHits(effort).run();
            case UNCACHED -> new KafkaPath(effort).run();
            case CACHE -> new ClusterCache(effort).run();
            case RENDERERS -> new Renderers(effort).run();
            case FLIGHT -> new SingleFlight(effort).run();
            case OVERLOAD -> new Overload(effort).run();
            case RATIO -> new HitRatio(effort).run();
            case COUNT -> new Tally(MILLION, effort.round().multipliedBy(COUNTING_ROUNDS)).run();
            case CONNECTIONS -> new Connections(effort).run();
            case IDLE -> List.of(new Footprint(effort).of("up"), new Footprint(effort).of("cluster"));
            case START -> new Starts(effort).run();
            case MEMORY -> new AgainstEmpty(effort).run();
            case OPERATOR -> new FollowedLoad(effort).run();
            case MILLION_REQUESTS -> new Tally(MILLION, HALF_AN_HOUR).run();
        };
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** What it is about. */
    public String purpose() {
        return purpose;
    }

    /** The scenarios with these labels, in their usual order; all that are bounded to minutes where none is named. */
    public static List<Scenario> named(List<String> labels) {
        return Arrays.stream(values())
                .filter(scenario -> labels.isEmpty() ? !ONLY_NAMED.contains(scenario) : labels.contains(scenario.label))
                .toList();
    }

    /** All of them, a line each. */
    public static String list() {
        return Arrays.stream(values())
                .map(scenario -> "    %-12s %s%n".formatted(scenario.label, scenario.purpose))
                .collect(Collectors.joining());
    }
}
