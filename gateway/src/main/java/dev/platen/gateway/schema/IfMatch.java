package dev.platen.gateway.schema;

import dev.platen.contract.flow.Precondition;
import dev.platen.contract.id.Digest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code If-Match} of a request (RFC 9110, section 13.1.1). Malformed input throws IllegalArgumentException. */
final class IfMatch {
    private IfMatch() {}

    static Precondition of(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            return Precondition.NONE;
        }
        if (header.strip().equals("*")) {
            return Precondition.EXISTS;
        }
        List<Digest> digests = new ArrayList<>();
        for (String tag : header.split(",", -1)) {
            digests.add(digest(tag.strip()));
        }
        return new Precondition.OneOf(digests);
    }

    /** Every version has a digest for its tag, so another tag is a mistake rather than a version that is gone. */
    private static Digest digest(String tag) {
        if (tag.length() < 2 || !tag.startsWith("\"") || !tag.endsWith("\"")) {
            throw new IllegalArgumentException("If-Match must be * or entity tags of schemas, in quotation marks");
        }
        return new Digest(tag.substring(1, tag.length() - 1));
    }
}
