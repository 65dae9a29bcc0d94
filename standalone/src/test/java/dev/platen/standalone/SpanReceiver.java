package dev.platen.standalone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans over OTLP/HTTP, as a collector does, and reads of the protocol buffers what the tests ask for. */
final class SpanReceiver implements AutoCloseable {
    /**
     * A span.
     *
     * @param service that sent it
     * @param trace its id, in hexadecimal as all ids
     * @param parent empty where there is none
     */
    record Received(String service, String trace, String span, String parent, String name) {}

    /** The value of a field: bytes, or a number that is of no interest here. */
    private record Field(int number, byte[] bytes) {
        String hex() {
            return HexFormat.of().formatHex(bytes);
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private final HttpServer server;
    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    SpanReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            byte[] request = exchange.getRequestBody().readAllBytes();
            requests.add(new String(request, StandardCharsets.UTF_8));
            take(request);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Received> ofTrace(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** Whether anything that was received, whatever it is, has this text. */
    boolean holds(String text) {
        return requests.stream().anyMatch(request -> request.contains(text));
    }

    /** ExportTraceServiceRequest: resource_spans = 1 { resource = 1 { attributes = 1 }, scope_spans = 2 { spans = 2 } }. */
    private void take(byte[] request) {
        for (Field resourceSpans : fields(request, 1)) {
            String service = service(resourceSpans.bytes());
            for (Field scopeSpans : fields(resourceSpans.bytes(), 2)) {
                fields(scopeSpans.bytes(), 2).forEach(span -> spans.add(span(service, span.bytes())));
            }
        }
    }

    private static String service(byte[] resourceSpans) {
        return fields(resourceSpans, 1).stream()
                .flatMap(resource -> fields(resource.bytes(), 1).stream())
                .filter(attribute ->
                        fields(attribute.bytes(), 1).getFirst().text().equals("service.name"))
                .map(attribute -> fields(fields(attribute.bytes(), 2).getFirst().bytes(), 1)
                        .getFirst()
                        .text())
                .findFirst()
                .orElse("");
    }

    /** Span: trace_id = 1, span_id = 2, parent_span_id = 4, name = 5. */
    private static Received span(String service, byte[] span) {
        Map<Integer, Field> all = new TreeMap<>();
        fields(span).forEach(field -> all.putIfAbsent(field.number(), field));
        Field none = new Field(0, new byte[0]);
        return new Received(
                service,
                Objects.requireNonNull(all.get(1)).hex(),
                Objects.requireNonNull(all.get(2)).hex(),
                all.getOrDefault(4, none).hex(),
                Objects.requireNonNull(all.get(5)).text());
    }

    private static List<Field> fields(byte[] message, int number) {
        return fields(message).stream()
                .filter(field -> field.number() == number)
                .toList();
    }

    private static List<Field> fields(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            int tag = (int) varint(in);
            switch (tag & 7) {
                case 0 -> varint(in);
                case 1 -> in.position(in.position() + 8);
                case 5 -> in.position(in.position() + 4);
                default -> {
                    byte[] bytes = new byte[(int) varint(in)];
                    in.get(bytes);
                    fields.add(new Field(tag >>> 3, bytes));
                }
            }
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
