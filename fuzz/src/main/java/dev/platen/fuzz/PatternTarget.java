package dev.platen.fuzz;

import com.google.re2j.Pattern;
import dev.platen.engine.pattern.PatternGate;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Puts any pattern through the gate, and lets what passes match. */
public final class PatternTarget {
    private static final int TEXT_LENGTH = 2_000;
    /** Far above what linear time takes, far below what an exponential one would. */
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private PatternTarget() {}

    /** One input: the pattern; its own characters, again and again, are the text. */
    public static void fuzzerTestOneInput(byte[] input) {
        String pattern = new String(input, StandardCharsets.UTF_8);
        Optional<String> objection = PatternGate.objection(pattern);
        if (objection.isPresent()) {
            Findings.require(!objection.get().isEmpty(), "what is wrong is said");
            return;
        }
        Pattern compiled = PatternGate.compile(pattern);
        String text = (pattern + "a").repeat(TEXT_LENGTH / (pattern.length() + 1) + 1);
        long start = System.nanoTime();
        boolean isFound = compiled.matcher(text).find();
        Findings.require(System.nanoTime() - start < PATIENCE_NANOS, "matching takes no long time, found: " + isFound);
    }
}
