package dev.platen.engine.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashMap;
import java.util.Map;

/**
 * The patterns of a plan, which are in RE2 syntax: the {@link PatternGate} translated them when it let them in. Each is
 * compiled once. Not thread-safe; used for one page.
 */
public final class PlanPatterns {
    private static final Pattern NOTHING = Pattern.compile("[^\\x00-\\x{10FFFF}]");

    private final Map<String, Pattern> compiled = new HashMap<>();

    /** Whether the pattern finds something in the text. Where it is no pattern, as in a plan from elsewhere, it does not. */
    public boolean finds(String pattern, String text) {
        return pattern.isEmpty()
                || compiled.computeIfAbsent(pattern, PlanPatterns::compile)
                        .matcher(text)
                        .find();
    }

    private static Pattern compile(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException unreadable) {
            return NOTHING;
        }
    }
}
