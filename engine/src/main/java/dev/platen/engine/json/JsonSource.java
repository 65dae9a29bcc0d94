package dev.platen.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Opens streams of JSON tokens that run into the limits while reading. Only UTF-8 is read; no other encoding is guessed.
 * Thread-safe.
 */
public final class JsonSource {
    /** Code of a finding: the text is not JSON. */
    public static final String NOT_JSON = "not-json";
    /** Code of a finding: the text is larger, deeper or longer than a limit allows. */
    public static final String LIMIT = "limit-exceeded";

    private static final int POOLED_BUFFERS = 64;

    /** Shared, as the next, so that the names that it has seen are. */
    private static final JsonSource STANDARD = new JsonSource(Limits.DEFAULT);

    private static final JsonSource STANDARD_OF_DATA = new JsonSource(Limits.DEFAULT.ofData());

    /** The bounds of the parser by the name that its messages mention, in the words of ours. */
    private final Map<String, String> bounds;

    private final JsonFactory factory;

    /** A source within these limits. */
    public static JsonSource within(Limits limits) {
        if (limits.equals(Limits.DEFAULT)) {
            return STANDARD;
        }
        return limits.equals(Limits.DEFAULT.ofData()) ? STANDARD_OF_DATA : new JsonSource(limits);
    }

    private JsonSource(Limits limits) {
        this.bounds = Map.of(
                "getMaxNestingDepth", "values may be nested at most %s deep".formatted(limits.depth()),
                "getMaxTokenCount", "a document may have at most %s tokens".formatted(limits.tokens()),
                "getMaxStringLength", "a string may have at most %s bytes".formatted(limits.stringBytes()),
                "getMaxNameLength", "a member name may have at most %s characters".formatted(limits.nameLength()),
                "getMaxNumberLength", "a number may have at most %s characters".formatted(limits.numberLength()));
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxTokenCount(limits.tokens())
                        .maxStringLength(limits.stringBytes())
                        .maxNameLength(limits.nameLength())
                        .maxNumberLength(limits.numberLength())
                        .build())
                .recyclerPool(JsonRecyclerPools.newBoundedPool(POOLED_BUFFERS))
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    /** A stream of the tokens of {@code source}, which is verified to be UTF-8. */
    public JsonParser open(byte[] source) throws IOException {
        if (source.length > 2 && source[0] == (byte) 0xef && source[1] == (byte) 0xbb && source[2] == (byte) 0xbf) {
            throw new NotUtf8("JSON begins without a byte order mark; save the text as UTF-8 without one", 1, 1);
        }
        int malformed = Utf8.firstMalformed(source);
        if (malformed >= 0) {
            throw notUtf8(source, malformed);
        }
        return factory.createParser(source);
    }

    private static NotUtf8 notUtf8(byte[] source, int malformed) {
        String before = new String(source, 0, malformed, StandardCharsets.UTF_8);
        int lineStart = before.lastIndexOf('\n') + 1;
        return new NotUtf8(
                "the text must be UTF-8, the byte at offset %s is not; save it as UTF-8".formatted(malformed),
                1 + (int) before.chars().filter(c -> c == '\n').count(),
                1 + before.codePointCount(lineStart, before.length()));
    }

    /** What a failure to read means to the author of the text, where the reader is not at hand any more. */
    public Diagnostic explain(IOException failure) {
        return failure instanceof JsonProcessingException processing && processing.getLocation() != null
                ? explain(failure, "", processing.getLocation())
                : explain(failure, "", JsonLocation.NA);
    }

    /** What a failure to read means to the author of the text, and where in it the reader was. */
    public Diagnostic explain(IOException failure, JsonParser reader) {
        String pointer = reader.getParsingContext().pathAsPointer().toString();
        return failure instanceof JsonProcessingException processing && processing.getLocation() != null
                ? explain(failure, pointer, processing.getLocation())
                : explain(failure, pointer, reader.currentLocation());
    }

    private Diagnostic explain(IOException failure, String pointer, JsonLocation location) {
        if (failure instanceof NotUtf8 notUtf8) {
            return Diagnostic.error(NOT_JSON, "", notUtf8.line(), notUtf8.column(), notUtf8.explanation());
        }
        int line = Math.max(0, location.getLineNr());
        int column = Math.max(0, location.getColumnNr());
        String message = failure instanceof JsonProcessingException processing
                ? processing.getOriginalMessage()
                : "the text cannot be read as JSON";
        return failure instanceof StreamConstraintsException
                ? Diagnostic.error(LIMIT, pointer, line, column, bound(message))
                : Diagnostic.error(NOT_JSON, pointer, line, column, "the text is not JSON: %s".formatted(message));
    }

    private String bound(String message) {
        return bounds.entrySet().stream()
                        .filter(bound -> message.contains(bound.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("the document is larger than it may be")
                + "; make it smaller or split it";
    }
}
