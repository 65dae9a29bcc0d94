package dev.platen.engine.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.json.MembersOutcome.Refused;
import dev.platen.engine.json.MembersOutcome.Sliced;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Slices a JSON object into its members without reading more of them than where they end. */
public final class Members {
    private Members() {}

    /**
     * The members of {@code body}, which is verified to be JSON within the limits of data; a name used twice is refused.
     */
    public static MembersOutcome of(byte[] body, Limits limits) {
        JsonSource source = JsonSource.within(limits.ofData());
        try (JsonParser parser = source.open(body)) {
            return of(body, source, parser);
        } catch (IOException failure) {
            return refused(source.explain(failure));
        }
    }

    private static MembersOutcome of(byte[] body, JsonSource source, JsonParser parser) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return refused("the body must be a JSON object, found %s"
                        .formatted(parser.currentToken() == null ? "nothing" : "another value"));
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (members.put(name, slice(parser, body)) != null) {
                    return refused("the body has the member '%s' twice; keep one of the two".formatted(name));
                }
            }
            return parser.nextToken() == null
                    ? new Sliced(Collections.unmodifiableMap(members))
                    : refused("the body is one JSON object, more follows");
        } catch (IOException failure) {
            return refused(source.explain(failure, parser));
        }
    }

    private static byte[] slice(JsonParser parser, byte[] body) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return Arrays.copyOfRange(body, from, (int) parser.currentLocation().getByteOffset());
    }

    private static Refused refused(Diagnostic diagnostic) {
        return new Refused(new Problem(ProblemCode.REQUEST_MALFORMED, diagnostic.message(), List.of(diagnostic)));
    }

    private static Refused refused(String detail) {
        return new Refused(new Problem(ProblemCode.REQUEST_MALFORMED, detail));
    }
}
