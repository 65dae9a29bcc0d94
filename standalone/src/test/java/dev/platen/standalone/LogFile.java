package dev.platen.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.platen.standalone.cluster.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a process of a cluster has logged.
 *
 * @param text everything, also what the JVM says for itself
 * @param lines those of JSON
 */
record LogFile(String text, List<Map<String, String>> lines) {
    static LogFile of(Member member) {
        try {
            String text = Files.readString(member.log());
            List<Map<String, String>> lines = new ArrayList<>();
            for (String line :
                    text.lines().filter(line -> line.matches("\\{.*}")).toList()) {
                lines.add(members(line));
            }
            return new LogFile(text, lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The requests that lines are about. */
    Set<String> requests() {
        return lines.stream()
                .map(line -> line.get("request"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The keys that any line has. */
    Set<String> keys() {
        return lines.stream().flatMap(line -> line.keySet().stream()).collect(Collectors.toSet());
    }

    private static Map<String, String> members(String line) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                members.put(json.currentName(), json.nextTextValue());
            }
        }
        return members;
    }
}
