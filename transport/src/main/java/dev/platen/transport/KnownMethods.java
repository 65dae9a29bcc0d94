package dev.platen.transport;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import java.util.Set;

/** Anybody can make up methods of HTTP, and the server would count each as a series of its own: those nobody knows are one. */
final class KnownMethods implements MeterFilter {
    private static final String REQUESTS = "http.server.requests";
    private static final String METHOD = "method";
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");
    private static final Tag OTHER = Tag.of(METHOD, "OTHER");

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().equals(REQUESTS)) {
            return id;
        }
        String method = id.getTag(METHOD);
        return method == null || KNOWN.contains(method) ? id : id.withTags(List.of(OTHER));
    }
}
