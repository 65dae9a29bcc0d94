package dev.platen.benchmarks.conformance;

import dev.platen.benchmarks.conformance.Sample.Expectation;
import dev.platen.benchmarks.conformance.Verdict.Crashed;
import dev.platen.benchmarks.conformance.Verdict.Hung;
import dev.platen.benchmarks.conformance.Verdict.Place;
import dev.platen.benchmarks.conformance.Verdict.Refused;
import dev.platen.benchmarks.conformance.Verdict.Rendered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of the samples of one corpus, with the names of those that matter. Not thread-safe. */
final class Tally {
    private static final long SLOW_MICROS = 100_000;
    private static final int LONGEST_NOTE = 400;
    private static final String TOO_LARGE = "body-too-large";

    private final Map<Count, List<String>> names = new EnumMap<>(Count.class);
    private final Map<String, List<String>> refusals = new TreeMap<>();

    /** What is counted. */
    enum Count {
        SAMPLES,
        COMPILED,
        RENDERED,
        REFUSED,
        TOO_LARGE,
        UNPLACED,
        SLOW,
        CRASHED,
        HUNG,
        DIFFERENT,
        UNEXPECTED
    }

    Tally() {
        Arrays.stream(Count.values()).forEach(count -> names.put(count, new ArrayList<>()));
    }

    void add(Sample sample, Verdict first, Verdict second) {
        note(Count.SAMPLES, sample, "");
        switch (first) {
            case Rendered rendered -> add(sample, rendered);
            case Refused refused -> add(sample, refused);
            case Crashed(String how) -> note(Count.CRASHED, sample, how);
            case Hung _ -> note(Count.HUNG, sample, "");
        }
        if (!isSame(first, second)) {
            note(Count.DIFFERENT, sample, "");
        }
    }

    private void add(Sample sample, Rendered rendered) {
        note(Count.COMPILED, sample, "");
        note(Count.RENDERED, sample, "");
        noteTime(sample, rendered.micros());
        if (sample.expectation() == Expectation.REFUSED) {
            note(Count.UNEXPECTED, sample, "rendered");
        }
    }

    private void add(Sample sample, Refused refused) {
        note(Count.REFUSED, sample, "");
        noteTime(sample, refused.micros());
        if (refused.isCompiled()) {
            note(Count.COMPILED, sample, "");
        }
        if (refused.code().equals(TOO_LARGE)) {
            note(Count.TOO_LARGE, sample, "");
        } else if (!Placement.isGood(refused, sample)) {
            note(Count.UNPLACED, sample, refused.detail());
        }
        if (sample.expectation() == Expectation.RENDERED) {
            note(Count.UNEXPECTED, sample, refused.detail());
        }
        String codes =
                refused.findings().stream().map(Place::code).distinct().sorted().collect(Collectors.joining(", "));
        refusals.computeIfAbsent(codes.isEmpty() ? refused.code() : codes, _ -> new ArrayList<>())
                .add(sample.name() + ": " + shortened(first(refused)));
    }

    private static String first(Refused refused) {
        return refused.findings().stream()
                .findFirst()
                .map(place -> "line %d, %s: %s".formatted(place.line(), place.pointer(), place.message()))
                .orElse(refused.detail());
    }

    private void noteTime(Sample sample, long micros) {
        if (micros > SLOW_MICROS) {
            note(Count.SLOW, sample, micros / 1000 + " ms");
        }
    }

    private void note(Count count, Sample sample, String what) {
        names.getOrDefault(count, new ArrayList<>())
                .add(what.isEmpty() ? sample.name() : sample.name() + ": " + shortened(what));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) + "…" : text;
    }

    private static boolean isSame(Verdict first, Verdict second) {
        if (first instanceof Rendered one && second instanceof Rendered other) {
            return one.planDigest().equals(other.planDigest()) && Arrays.equals(one.page(), other.page());
        }
        if (first instanceof Refused one && second instanceof Refused other) {
            return one.code().equals(other.code()) && one.findings().equals(other.findings());
        }
        return false;
    }

    /** How many. */
    int of(Count count) {
        return names(count).size();
    }

    /** Which ones, with what there is to say about them. */
    List<String> names(Count count) {
        return List.copyOf(names.getOrDefault(count, List.of()));
    }

    /** Refusals by the codes of their findings. */
    Map<String, List<String>> refusals() {
        return Map.copyOf(refusals);
    }

    /** Whether a sample is slow, by the time it took once. */
    static boolean isSlow(Verdict verdict) {
        return switch (verdict) {
            case Rendered rendered -> rendered.micros() > SLOW_MICROS;
            case Refused refused -> refused.micros() > SLOW_MICROS;
            case Crashed _, Hung _ -> false;
        };
    }
}
