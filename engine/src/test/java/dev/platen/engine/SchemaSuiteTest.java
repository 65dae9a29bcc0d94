package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.platen.contract.limit.Limits;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is valid and what is not, by the JSON-Schema-Test-Suite; skipped where the corpus is not at hand. */
class SchemaSuiteTest {
    private static final Path SUITE = Path.of(System.getProperty("platen.root", ".."))
            .resolve("../shared/corpora/json-schema-test-suite")
            .normalize();
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Validator VALIDATOR = new Validator(Limits.DEFAULT);
    private static final Map<String, String> DRAFTS = Map.of(
            "draft4", "http://json-schema.org/draft-04/schema#",
            "draft6", "http://json-schema.org/draft-06/schema#",
            "draft7", "http://json-schema.org/draft-07/schema#",
            "draft2019-09", "https://json-schema.org/draft/2019-09/schema",
            "draft2020-12", "https://json-schema.org/draft/2020-12/schema");

    /** The suite lets formats be asserted where an implementation says so, as this one does. */
    private static final String ANNOTATION = "only an annotation by default";

    @TestFactory
    Stream<DynamicTest> shouldAgreeWithTheSuite() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SUITE), () -> "skipped: the corpus is not at " + SUITE);
        Map<String, byte[]> remotes = remotes();
        try (Stream<Path> files = Files.list(SUITE.resolve("tests"))) {
            return files.sorted().toList().stream()
                    .map(draft ->
                            DynamicTest.dynamicTest(draft.getFileName().toString(), () -> verify(draft, remotes)));
        }
    }

    private static void verify(Path draft, Map<String, byte[]> remotes) throws IOException {
        // Given
        String dialect = DRAFTS.getOrDefault(draft.getFileName().toString(), "");
        Tally tally = new Tally();

        // When
        for (Path file : files(draft)) {
            for (JsonNode group : MAPPER.readTree(Files.readAllBytes(file))) {
                tally.add(file.getFileName() + ": " + group.path("description").asText(), group, dialect, remotes);
            }
        }

        // Then
        assertThat(tally.differences.toString()).isEmpty();
        Path golden = Path.of("src/test/resources/SchemaSuiteTest", draft.getFileName() + ".txt");
        Fixtures.assertGolden(
                golden, "%d tests agree, %d of them with formats asserted%n".formatted(tally.agreeing, tally.asserted));
    }

    private static List<Path> files(Path draft) throws IOException {
        try (Stream<Path> files = Files.list(draft)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<String, byte[]> remotes() throws IOException {
        Path folder = SUITE.resolve("remotes");
        Map<String, byte[]> remotes = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                remotes.put("http://localhost:1234/" + folder.relativize(file), Files.readAllBytes(file));
            }
        }
        return remotes;
    }

    /** What came of the tests of one draft. */
    private static final class Tally {
        private final StringBuilder differences = new StringBuilder();
        private int agreeing;
        private int asserted;

        void add(String name, JsonNode group, String dialect, Map<String, byte[]> remotes) throws IOException {
            JsonNode schema = group.path("schema");
            if (schema.isObject() && !schema.has("$schema")) {
                ((ObjectNode) schema).put("$schema", dialect);
            }
            Preparation preparation = VALIDATOR.prepare(MAPPER.writeValueAsBytes(schema), remotes);
            for (Iterator<JsonNode> tests = group.path("tests").elements(); tests.hasNext(); ) {
                JsonNode test = tests.next();
                String description = test.path("description").asText();
                boolean isAsserted = description.contains(ANNOTATION);
                boolean expected = test.path("valid").asBoolean() && !isAsserted;
                String actual = result(preparation, MAPPER.writeValueAsBytes(test.path("data")));
                if (actual.equals(String.valueOf(expected))) {
                    agreeing++;
                    asserted += isAsserted ? 1 : 0;
                } else {
                    differences.append("%s: %s: %s%n".formatted(name, description, actual));
                }
            }
        }

        private static String result(Preparation preparation, byte[] data) {
            return switch (preparation) {
                case Preparation.Rejected rejected -> rejected.problem().detail();
                case Preparation.Ready ready ->
                    switch (ready.schema().validate(data, "en")) {
                        case Validated validated -> String.valueOf(validated.isValid());
                        case ValidationOutcome.ValidationRejected rejected ->
                            rejected.problem().detail();
                    };
            };
        }
    }
}
