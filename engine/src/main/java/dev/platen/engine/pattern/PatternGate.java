package dev.platen.engine.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * Lets in patterns that every engine understands alike and that cannot be made to cost much: short, not nested deep,
 * without large or multiplied repeats, and within the syntax of RE2, which knows neither look-around nor
 * back-references.
 */
public final class PatternGate {
    private static final int MAX_LENGTH = 256;
    private static final int MAX_NESTING = 32;
    private static final int MAX_REPEATS = 1_000;

    private PatternGate() {}

    /** What is wrong with the pattern and what to do, or empty where it is let in. */
    public static Optional<String> objection(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            return Optional.of("a pattern may have at most %d characters, found %d; shorten it"
                    .formatted(MAX_LENGTH, pattern.length()));
        }
        RepeatScan scan = RepeatScan.of(pattern);
        if (scan.nesting() > MAX_NESTING) {
            return Optional.of("groups may be nested at most %d deep, found %d; flatten the pattern"
                    .formatted(MAX_NESTING, scan.nesting()));
        }
        if (scan.repeats() > MAX_REPEATS) {
            return Optional.of("nested repeats may multiply to at most %d, found %d; use maxLength, or smaller repeats"
                    .formatted(MAX_REPEATS, scan.repeats()));
        }
        try {
            Pattern compiled = Pattern.compile(pattern);
            return compiled.pattern().equals(pattern) ? Optional.empty() : Optional.of("the pattern is not understood");
        } catch (PatternSyntaxException unsupported) {
            return Optional.of("%s: '%s'; look-around and back-references are not supported"
                    .formatted(unsupported.getDescription(), unsupported.getPattern()));
        }
    }
}
