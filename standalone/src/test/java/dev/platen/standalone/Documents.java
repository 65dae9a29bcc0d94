package dev.platen.standalone;

import dev.platen.contract.flow.Presentation;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The documents that every way through the system must render to the same bytes. */
final class Documents {
    private static final int LARGE_ROWS = 2_000;

    private Documents() {}

    /** Every example of the repository, and one whose page is many records long, by the name to store it under. */
    static SortedMap<String, byte[]> all() {
        SortedMap<String, byte[]> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(Home.path().resolve("examples"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                documents.put(file.getFileName().toString().replace(".json", ""), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the examples cannot be read", unreadable);
        }
        documents.put("large", large());
        return documents;
    }

    /** An array of so many rows that its page does not fit into one record. */
    static byte[] large() {
        String rows = IntStream.range(0, LARGE_ROWS)
                .mapToObj("{\"sku\": \"A-%1$d & <b>\", \"amount\": %1$d}"::formatted)
                .collect(Collectors.joining(","));
        return """
                {"schema": {"type": "object", "title": "Stock", "properties": {"rows": {"type": "array", "items": {
                  "type": "object", "properties": {"sku": {"type": "string"}, "amount": {"type": "integer"}}}}}},
                 "data": {"rows": [%s]}}
                """.formatted(rows).getBytes(StandardCharsets.UTF_8);
    }

    /** What the engine alone makes of a document. */
    static byte[] rendered(byte[] document) {
        Pipeline pipeline = new Pipeline("/assets/");
        return switch (pipeline.render(document, new byte[0], Presentation.DEFAULT)) {
            case Pipeline.Outcome.Page(byte[] html) -> html;
            case Pipeline.Outcome.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }
}
