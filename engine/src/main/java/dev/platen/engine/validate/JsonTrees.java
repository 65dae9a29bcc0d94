package dev.platen.engine.validate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.json.JsonSource;
import java.io.IOException;
import java.io.Serial;
import java.util.List;

/** Reads JSON into the trees that the library wants, within the limits. Thread-safe. */
final class JsonTrees {
    /** Larger exponents would be written out as that many digits by exact arithmetic. */
    private static final int MAX_EXPONENT = 400;

    private final ObjectMapper mapper;
    private final JsonSource source;

    JsonTrees(Limits limits) {
        this.source = JsonSource.within(limits);
        this.mapper = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    JsonNode read(byte[] text) throws IOException {
        verifyNumbers(text);
        try (JsonParser parser = source.open(text)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            JsonNode tree = mapper.readTree(parser);
            if (tree == null || parser.nextToken() != null) {
                throw new Unfit("the text must be one JSON value");
            }
            return tree;
        }
    }

    /** Why the text could not be read. */
    Problem problem(ProblemCode code, IOException failure) {
        if (failure instanceof Unfit unfit) {
            return new Problem(code, unfit.detail());
        }
        Diagnostic diagnostic = source.explain(failure);
        return new Problem(code, diagnostic.message(), List.of(diagnostic));
    }

    JsonSource source() {
        return source;
    }

    private void verifyNumbers(byte[] text) throws IOException {
        try (JsonParser parser = source.open(text)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token == JsonToken.VALUE_NUMBER_FLOAT && isOutOfRange(parser.getText())) {
                    throw new Unfit(
                            "an exponent may be at most %s, found %s".formatted(MAX_EXPONENT, parser.getText()));
                }
                token = parser.nextToken();
            }
        }
    }

    private static boolean isOutOfRange(String number) {
        int mark = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (mark < 0) {
            return false;
        }
        String digits = number.substring(mark + 1).replaceFirst("^[+-]?0*", "");
        return digits.length() > 3 || (!digits.isEmpty() && Integer.parseInt(digits) > MAX_EXPONENT);
    }

    /** The text is JSON, but not what can be validated; never leaves this package. */
    static final class Unfit extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String detail;

        Unfit(String detail) {
            super(detail);
            this.detail = detail;
        }

        String detail() {
            return detail;
        }
    }
}
