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
    /** Code of a finding: there is an objection. */
    public static final String REFUSED = "pattern-refused";
    /** What becomes of a field whose pattern is not let in; follows the objection. */
    public static final String DROPPED = ". The field is shown without its pattern; data cannot be validated with it";

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
        return Pattern.compile(Translator.translate(pattern).text());
    }

    /** Whether ECMAScript can read the pattern, be it let in or not. Of patterns too large to tell it is assumed. */
    public static boolean isEcmaScript(String pattern) {
        if (boundsObjection(pattern).isPresent()) {
            return true;
        }
        Translation translation = Translator.translate(pattern);
        return translation.isEcmaScript() && syntaxObjection(translation).isEmpty();
    }

    /** What is wrong with the pattern and what to do, or empty where it is let in. */
    public static Optional<String> objection(String pattern) {
        Optional<String> objection = boundsObjection(pattern);
        if (objection.isPresent()) {
            return objection;
        }
        Translation translation = Translator.translate(pattern);
        return Optional.ofNullable(translation.objection()).or(() -> syntaxObjection(translation));
    }

    private static Optional<String> boundsObjection(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            return Optional.of("a pattern may have at most %s characters, found %s; shorten it"
                    .formatted(MAX_LENGTH, pattern.length()));
        }
        RepeatScan scan = RepeatScan.of(pattern);
        if (scan.nesting() > MAX_NESTING) {
            return Optional.of("groups may be nested at most %s deep, found %s; flatten the pattern"
                    .formatted(MAX_NESTING, scan.nesting()));
        }
        if (scan.repeats() > MAX_REPEATS) {
            return Optional.of("nested repeats may multiply to at most %s, found %s; use maxLength, or smaller repeats"
                    .formatted(MAX_REPEATS, scan.repeats()));
        }
        return Optional.empty();
    }

    private static Optional<String> syntaxObjection(Translation translation) {
        try {
            Pattern.compile(translation.text());
            return Optional.empty();
        } catch (PatternSyntaxException broken) {
            return Optional.of(
                    "the pattern cannot be read: %s: '%s'".formatted(broken.getDescription(), broken.getPattern()));
        }
    }
}
