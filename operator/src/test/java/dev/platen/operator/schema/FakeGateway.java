package dev.platen.operator.schema;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stores documents as the gateway does, as docs/http.md tells it. One that contains {@code bad} has mistakes; the digest is
 * the hash of the text.
 */
final class FakeGateway implements AutoCloseable {
    private static final String PATH = "/v1/schemas/";

    final Map<String, String> stored = new ConcurrentHashMap<>();
    final List<String> calls = new ArrayList<>();

    private final HttpServer server;
    private volatile boolean answers = true;
    private volatile boolean referredTo;

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answers(boolean does) {
        answers = does;
    }

    /** Whether another schema refers to all of them. */
    void referredTo(boolean is) {
        referredTo = is;
    }

    static String digest(String document) {
        return Integer.toHexString(document.hashCode());
    }

    private void serve(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(PATH.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(exchange.getRequestMethod() + " " + name + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        if (!answers) {
            answer(exchange, 503, "{\"status\": 503, \"detail\": \"try later\"}");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, name, body);
            case "GET" -> get(exchange, name);
            case "DELETE" -> delete(exchange, name);
            default -> answer(exchange, 405, "{}");
        }
    }

    private void put(HttpExchange exchange, String name, String document) throws IOException {
        if (document.contains("bad")) {
            answer(exchange, 422, """
                    {"type": "urn:platen:problem:schema-rejected", "status": 422, "detail": "1 error", "code": "schema-rejected",
                     "diagnostics": [{"severity": "error", "code": "unknown-type", "pointer": "/type", "line": 1, "column": 9,
                       "message": "found 'bad'"}]}
                    """);
            return;
        }
        boolean created = !document.equals(stored.put(name, document));
        answer(
                exchange,
                created ? 201 : 200,
                "{\"name\": \"%s\", \"digest\": \"%s\", \"revision\": 7, \"dialect\": \"json-schema\", \"diagnostics\": []}"
                        .formatted(name, digest(document)));
    }

    private void get(HttpExchange exchange, String name) throws IOException {
        String document = stored.get(name);
        if (document != null) {
            exchange.getResponseHeaders().set("ETag", '"' + digest(document) + '"');
        }
        answer(exchange, document == null ? 404 : 200, document == null ? "{}" : document);
    }

    private void delete(HttpExchange exchange, String name) throws IOException {
        if (referredTo) {
            answer(exchange, 409, "{\"status\": 409, \"detail\": \"person refers to it\"}");
            return;
        }
        answer(exchange, stored.remove(name) == null ? 404 : 204, "");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
