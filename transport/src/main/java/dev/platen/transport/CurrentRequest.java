package dev.platen.transport;

import dev.platen.contract.id.RequestId;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The request that a thread works for, by the id that its client was told. It goes with the thread in the context that traces use
 * too, and in records as the extension {@code httprequest} of CloudEvents. It names lines of logs and nothing else: clients may
 * choose it, so that two requests may have the same. Thread-safe.
 */
public final class CurrentRequest {
    private static final ContextKey<RequestId> KEY = ContextKey.named("platen-request");
    private static final String FROM_CLIENT = Attributes.PREFIX + "httprequest";
    private static final String BETWEEN_SERVICES = Attributes.PREFIX + "request";

    private CurrentRequest() {}

    /** The context of work for this request; to be made current around it. */
    public static Context in(Context context, RequestId request) {
        return context.with(KEY, request);
    }

    /** The request that this thread works for; empty where it works for nobody in particular. */
    static Optional<RequestId> id() {
        return Optional.ofNullable(Context.current().get(KEY));
    }

    /** The context of work on a record: for the request of a client, otherwise for what the services call it. */
    static Context of(Headers headers) {
        return read(headers, FROM_CLIENT)
                .or(() -> read(headers, BETWEEN_SERVICES))
                .map(request -> in(Context.root(), request))
                .orElseGet(Context::root);
    }

    /** Adds the request that this thread works for to the headers of a record, if there is one. */
    static void inject(List<Header> headers) {
        id().ifPresent(request ->
                headers.add(new RecordHeader(FROM_CLIENT, request.value().getBytes(StandardCharsets.US_ASCII))));
    }

    private static Optional<RequestId> read(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : RequestId.find(new String(header.value(), StandardCharsets.UTF_8));
    }
}
