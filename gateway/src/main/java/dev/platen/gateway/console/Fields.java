package dev.platen.gateway.console;

import dev.platen.gateway.http.BodyReader;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a form of the console posted, by the names of its controls. */
record Fields(Map<String, List<String>> values) {
    private static final int MOST = 64;

    /** Reads the body; what is no form has no fields. */
    static Fields of(RoutingContext context) {
        String body = new String(BodyReader.bytes(context), StandardCharsets.UTF_8);
        return new Fields(new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST).parameters());
    }

    /** The first value of a property of the form; empty where there is none. */
    String property(String name) {
        return named("root_" + name);
    }

    /** The first value under a name, such as that of a button; empty where there is none. */
    String named(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }
}
