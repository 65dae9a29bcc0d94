package dev.platen.benchmarks.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.benchmarks.conformance.Sample.Expectation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Samples from files on this machine. */
final class Folders {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final byte[] LIST =
            "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = {};

    private Folders() {}

    /** Every file as a document. */
    static Source documents(Path folder) {
        return consumer -> {
            for (Path file : files(folder)) {
                consumer.accept(Sample.document(name(file), Files.readAllBytes(file)));
            }
        };
    }

    /** The document of every folder. */
    static Source cases(Path folder) {
        return consumer -> {
            for (Path each : folders(folder)) {
                Path bare = each.resolve("in.schema.json");
                Path document = Files.exists(bare) ? bare : each.resolve("document.json");
                consumer.accept(Sample.document(name(each), Files.readAllBytes(document)));
            }
        };
    }

    /** Every JSON text as the data of a list; its name says whether it is JSON. */
    static Source data(Path folder) {
        return consumer -> {
            for (Path file : files(folder)) {
                byte[] text = Files.readAllBytes(file);
                consumer.accept(new Sample(name(file), LIST, text, expectation(name(file), text)));
            }
        };
    }

    /** Every JSON text as a document. What is JSON is not a document yet, but what is not JSON cannot be one. */
    static Source texts(Path folder) {
        return consumer -> {
            for (Path file : files(folder)) {
                Expectation expectation = name(file).startsWith("n_") ? Expectation.REFUSED : Expectation.EITHER;
                consumer.accept(new Sample(name(file), Files.readAllBytes(file), NOTHING, expectation));
            }
        };
    }

    /** Every test of the JSON Schema suite: its schema, with its data. */
    static Source suite(Path folder) {
        return consumer -> {
            for (Path file : files(folder)) {
                int group = 0;
                for (JsonNode each : MAPPER.readTree(file.toFile())) {
                    tests(name(file) + "/" + group++, each, consumer);
                }
            }
        };
    }

    private static void tests(String group, JsonNode given, Consumer<Sample> consumer) throws IOException {
        int number = 0;
        for (JsonNode test : given.path("tests")) {
            JsonNode document = MAPPER.createObjectNode()
                    .<ObjectNode>set("schema", given.path("schema"))
                    .set("data", test.path("data"));
            consumer.accept(Sample.document(group + "/" + number++, MAPPER.writeValueAsBytes(document)));
        }
    }

    /** No data at all stands for the data of the document. */
    private static Expectation expectation(String name, byte[] text) {
        if (name.startsWith("y_")) {
            return Expectation.RENDERED;
        }
        return name.startsWith("n_") && text.length > 0 ? Expectation.REFUSED : Expectation.EITHER;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(".json")).sorted().toList();
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
