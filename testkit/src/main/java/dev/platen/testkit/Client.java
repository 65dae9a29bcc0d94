package dev.platen.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests to a gateway on this machine. Thread-safe. */
public final class Client implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    /** A client of the gateway on this port of 127.0.0.1. */
    public Client(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** {@code GET path}, with headers as name, value, name, value. */
    public HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** {@code PUT path}, with headers as name, value, name, value. */
    public HttpResponse<byte[]> put(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = request(path).PUT(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** {@code DELETE path}, with headers as name, value, name, value. */
    public HttpResponse<byte[]> delete(String path, String... headers) {
        HttpRequest.Builder request = request(path).DELETE();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** {@code POST path}, with headers as name, value, name, value. */
    public HttpResponse<byte[]> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** The body of an answer as text. */
    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException("the gateway did not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
