package dev.platen.engine.validate;

import com.google.re2j.Pattern;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.platen.engine.pattern.PatternGate;
import java.io.Serial;
import java.util.Optional;

/** Patterns that match in linear time: those that the gate lets in, run by RE2. */
final class BoundedPatterns implements RegularExpressionFactory {
    @Override
    public RegularExpression getRegularExpression(String pattern) {
        Optional<String> objection = PatternGate.objection(pattern);
        if (objection.isPresent()) {
            throw new PatternRefused(objection.get());
        }
        Pattern compiled = PatternGate.compile(pattern);
        return text -> compiled.matcher(text).find();
    }

    /** Ends the reading of a schema; never leaves this package. */
    static final class PatternRefused extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        PatternRefused(String message) {
            super(message, null, false, false);
        }
    }
}
