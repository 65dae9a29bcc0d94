package dev.platen.engine.render;

import dev.platen.engine.html.HtmlOutput;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;

/**
 * Writes dates and times as controls take them. JSON Schema wants an offset from UTC (RFC 3339), a browser's control
 * takes none: the value is shown in UTC. Whatever else the text is, it is written as it is. Not thread-safe.
 */
final class Instants {
    private static final int MAX_LENGTH = 40;

    private final HtmlOutput characters = new HtmlOutput(64);

    void write(byte[] json, int start, HtmlOutput out) {
        characters.clear();
        characters.characters(json, start);
        if (characters.size() > MAX_LENGTH) {
            out.attribute(json, start);
            return;
        }
        String text = new String(characters.bytes(), 0, characters.size(), StandardCharsets.UTF_8);
        String local = local(text);
        if (local.equals(text)) {
            out.attribute(json, start);
        } else {
            out.write(local.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String local(String text) {
        try {
            return text.indexOf(':') < text.indexOf('T') || text.indexOf('T') < 0
                    ? OffsetTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalTime()
                            .toString()
                    : OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime()
                            .toString();
        } catch (DateTimeException withoutOffset) {
            return text;
        }
    }
}
