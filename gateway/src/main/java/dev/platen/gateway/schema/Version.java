package dev.platen.gateway.schema;

import dev.platen.contract.flow.Precondition;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;
import dev.platen.gateway.http.Requests;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/**
 * What an address names: {@code name}, or a version of it, {@code name@digest}.
 *
 * @param digest of the document; empty for whichever is the current one
 */
record Version(SchemaName name, Optional<Digest> digest) {
    /**
     * Reads the address.
     *
     * @throws IllegalArgumentException if it names neither
     */
    static Version of(RoutingContext context) {
        String[] parts = Requests.pathParameter(context).split("@", 2);
        return new Version(
                new SchemaName(parts[0]), parts.length == 1 ? Optional.empty() : Optional.of(new Digest(parts[1])));
    }

    /**
     * What must be true of the current version for it to be changed: what the address says of it, or {@code If-Match}.
     *
     * @throws IllegalArgumentException if both say something
     */
    Precondition precondition(RoutingContext context) {
        if (digest.isEmpty()) {
            return IfMatch.of(context.request());
        }
        if (context.request().headers().contains(HttpHeaders.IF_MATCH)) {
            throw new IllegalArgumentException("the address names a version already; leave out If-Match");
        }
        return new Precondition.OneOf(List.of(digest.get()));
    }
}
