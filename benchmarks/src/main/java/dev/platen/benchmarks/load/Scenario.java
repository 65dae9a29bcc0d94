package dev.platen.benchmarks.load;

import dev.platen.benchmarks.report.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be asked of whole processes, each on a Platen of its own. */
public enum Scenario {
    /** Hits. */
    HITS("cached hits, against bare Vert.x and nginx") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new CachedHits(effort).run();
        }
    },
    /** Misses. */
    UNCACHED("uncached pages through Kafka, against a raw echo") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new KafkaPath(effort).run();
        }
    },
    /** The second level. */
    CACHE("a page from the cluster's cache, against Redis") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new ClusterCache(effort).run();
        }
    },
    /** More workers. */
    RENDERERS("1, 2 and 4 renderers, each with the same share of the machine") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new Renderers(effort).run();
        }
    },
    /** Many misses of one page. */
    FLIGHT("1,000 concurrent misses of one key") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new SingleFlight(effort).run();
        }
    },
    /** More than it can do. */
    OVERLOAD("three times the load that can be answered") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new Overload(effort).run();
        }
    },
    /** A trace. */
    RATIO("hit ratio of a Zipf trace, against the offline optimum") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new HitRatio(effort).run();
        }
    },
    /** Nothing lost, nothing doubled. */
    COUNT("uncached requests counted at every station, for a minute") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new Tally(MILLION, effort.round().multipliedBy(COUNTING_ROUNDS)).run();
        }
    },
    /** Idle clients. */
    CONNECTIONS("10,000 open connections") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new Connections(effort).run();
        }
    },
    /** Without load. */
    IDLE("time to ready and memory of up and cluster") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            List<Section> sections = new ArrayList<>();
            sections.add(new Footprint(effort).of("up"));
            sections.add(new Footprint(effort).of("cluster"));
            return sections;
        }
    },
    /** The first page. */
    START("start to first page, with the AOT cache and without") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new Starts(effort).run();
        }
    },
    /** What Quarkus alone weighs. */
    MEMORY("memory of the services, against empty applications with the same extensions") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new AgainstEmpty(effort).run();
        }
    },
    /** All of them; only where it is named. */
    MILLION_REQUESTS(
            "million", "10^6 uncached requests counted at every station; up to half an hour, only when named") {
        @Override
        List<Section> run(Effort effort) throws Exception {
            return new Tally(MILLION, HALF_AN_HOUR).run();
        }
    };

    private static final long MILLION = 1_000_000;
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
    abstract List<Section> run(Effort effort) throws Exception;

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
                .filter(scenario -> labels.isEmpty() ? scenario != MILLION_REQUESTS : labels.contains(scenario.label))
                .toList();
    }

    /** All of them, a line each. */
    public static String list() {
        return Arrays.stream(values())
                .map(scenario -> "    %-12s %s%n".formatted(scenario.label, scenario.purpose))
                .collect(Collectors.joining());
    }
}
