package dev.platen.engine.validate;

import com.google.re2j.Pattern;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.platen.engine.pattern.PatternGate;
import java.io.Serial;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of one schema that match in linear time: those that the gate lets in, run by RE2, each compiled once. A
 * refused one is noted, and refuses every text. Thread-safe.
 */
final class BoundedPatterns implements RegularExpressionFactory {
    /** Characters times instructions that are matched in the time of one step. */
    private static final int MATCHED_PER_STEP = 100;

    private final SchemaBudget budget;
    private final Map<String, RegularExpression> compiled = new ConcurrentHashMap<>();
    private volatile @Nullable String refusal;

    BoundedPatterns(SchemaBudget budget) {
        this.budget = budget;
    }

    @Override
    public RegularExpression getRegularExpression(@Nullable String pattern) {
        return pattern == null ? _ -> true : compiled.computeIfAbsent(pattern, this::compile);
    }

    /** Why one of the patterns was refused. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    private RegularExpression compile(String pattern) {
        Optional<String> objection = PatternGate.objection(pattern);
        if (objection.isPresent()) {
            String message = objection.get();
            refusal = message;
            return _ -> {
                throw new PatternRefused(message);
            };
        }
        Pattern program = PatternGate.compile(pattern);
        int instructions = program.programSize();
        budget.countProgram(instructions);
        return text -> {
            BoundedExecution.CURRENT.get().charge((long) text.length() * instructions / MATCHED_PER_STEP);
            return program.matcher(text).find();
        };
    }

    /** Ends a validation that needs a refused pattern; never leaves this package. */
    static final class PatternRefused extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        PatternRefused(String message) {
            super(message, null, false, false);
        }
    }
}
