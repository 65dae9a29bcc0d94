package dev.platen.engine;

import dev.platen.contract.flow.FormEncoding;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a browser posts.
 *
 * @param mediaType of the body, with its parameters
 */
record Post(String mediaType, byte[] body) {
    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

    /** A name with its value, or a file. */
    sealed interface Entry {
        String name();
    }

    /** A value. */
    record Text(String name, String value) implements Entry {}

    /** A file that was chosen. */
    record Chosen(String name, String fileName, String mediaType, byte[] content) implements Entry {}

    /** As browsers write it where a form says nothing else: of a file, its name alone. */
    static Post urlEncoded(List<Entry> entries) {
        String body = entries.stream()
                .map(entry -> switch (entry) {
                    case Text text -> pair(text.name(), text.value());
                    case Chosen file -> pair(file.name(), file.fileName());
                })
                .collect(Collectors.joining("&"));
        return new Post(FormEncoding.URL_ENCODED, body.getBytes(StandardCharsets.US_ASCII));
    }

    /** As browsers write it where a form says so. */
    static Post multipart(List<Entry> entries) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + escaped(entry.name()) + "\"");
            switch (entry) {
                case Text text -> write(body, "\r\n\r\n" + lines(text.value()));
                case Chosen file -> {
                    write(body, "; filename=\"" + escaped(file.fileName()) + "\"\r\n");
                    write(body, "Content-Type: " + file.mediaType() + "\r\n\r\n");
                    body.writeBytes(file.content());
                }
            }
            write(body, "\r\n");
        }
        write(body, "--" + BOUNDARY + "--\r\n");
        return new Post(FormEncoding.MULTIPART + "; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(lines(text), StandardCharsets.UTF_8);
    }

    /** Line ends are posted as carriage return and line feed. */
    private static String lines(String text) {
        return text.replaceAll("\r\n|\r|\n", "\r\n");
    }
}
