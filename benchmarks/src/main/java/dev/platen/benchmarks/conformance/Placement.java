package dev.platen.benchmarks.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.platen.benchmarks.conformance.Verdict.Place;
import dev.platen.benchmarks.conformance.Verdict.Refused;
import java.io.IOException;
import java.util.Optional;

/** Whether a refusal tells its author where to look: findings with a code, words, a line and a pointer that exist. */
final class Placement {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Placement() {}

    static boolean isGood(Refused refused, Sample sample) {
        byte[] text = refused.isCompiled() && sample.data().length > 0 ? sample.data() : sample.document();
        Optional<JsonNode> tree = tree(text);
        long lines = 1 + countLines(text);
        return !refused.findings().isEmpty()
                && refused.findings().stream().allMatch(place -> isGood(place, lines, tree));
    }

    private static boolean isGood(Place place, long lines, Optional<JsonNode> tree) {
        return !place.code().isBlank()
                && !place.message().isBlank()
                && place.line() >= 1
                && place.line() <= lines
                && tree.map(root -> isThere(place.pointer(), root)).orElse(true);
    }

    private static boolean isThere(String pointer, JsonNode root) {
        try {
            return !root.at(JsonPointer.compile(pointer)).isMissingNode();
        } catch (IllegalArgumentException notAPointer) {
            return false;
        }
    }

    /** What is not JSON for this reader has no places that could be checked. */
    private static Optional<JsonNode> tree(byte[] text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static long countLines(byte[] text) {
        long lines = 0;
        for (byte each : text) {
            lines += each == '\n' || each == '\r' ? 1 : 0;
        }
        return lines;
    }
}
