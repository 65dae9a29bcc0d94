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

    /**
     * The pattern in the form that matches in linear time. Only for patterns without an objection.
     *
     * @throws PatternSyntaxException where there is one
     */
    public static Pattern compile(String pattern) {
        return Pattern.compile(withRe2Escapes(pattern));
    }

    /** ECMAScript writes a code unit as four digits after {@code \\u}, which RE2 does not know. */
    private static String withRe2Escapes(String pattern) {
        StringBuilder translated = new StringBuilder(pattern.length());
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '\\' && pattern.startsWith("u", at + 1) && at + 6 <= pattern.length()) {
                translated.append("\\x{").append(pattern, at + 2, at + 6).append('}');
                at += 5;
            } else if (c == '\\' && at + 1 < pattern.length()) {
                translated.append(c).append(pattern.charAt(++at));
            } else {
                translated.append(c);
            }
        }
        return translated.toString();
    }

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
            compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException unsupported) {
            return Optional.of("%s: '%s'; look-around and back-references are not supported"
                    .formatted(unsupported.getDescription(), unsupported.getPattern()));
        }
    }
}
