package dev.platen.engine.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Check;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.Registry;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed.Document;
import dev.platen.engine.json.Value;
import dev.platen.engine.json.Value.ArrayValue;
import dev.platen.engine.json.Value.BooleanValue;
import dev.platen.engine.json.Value.ObjectValue;
import dev.platen.engine.json.Value.StringValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Schemas as checks: by the required parts of the JSON Schema suite, skipped where the corpus is not at hand. */
class ChecksTest {
    private static final Path SUITE = Path.of(System.getProperty("platen.root", ".."))
            .resolve("../shared/corpora/json-schema-test-suite/tests")
            .normalize();
    /** What checks approximate, and what needs schemas from elsewhere. */
    private static final Set<String> OUT_OF_SCOPE = Set.of(
            "unevaluatedItems.json",
            "unevaluatedProperties.json",
            "refRemote.json",
            "vocabulary.json",
            "dynamicRef.json",
            "recursiveRef.json");

    @TestFactory
    Stream<DynamicTest> shouldAgreeWithTheSuite() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SUITE), () -> "skipped: the corpus is not at " + SUITE);
        List<DynamicTest> tests = new ArrayList<>();
        for (String draft : List.of("draft4", "draft7", "draft2019-09", "draft2020-12")) {
            if (!Files.isDirectory(SUITE.resolve(draft))) {
                continue;
            }
            try (Stream<Path> files = Files.list(SUITE.resolve(draft))) {
                files.filter(file -> file.toString().endsWith(".json"))
                        .filter(file ->
                                !OUT_OF_SCOPE.contains(file.getFileName().toString()))
                        .sorted()
                        .forEach(file -> tests.add(DynamicTest.dynamicTest(
                                draft + "/" + file.getFileName(),
                                () -> assertThat(disagreements(file, draft)).isEmpty())));
            }
        }
        return tests.stream();
    }

    private static List<String> disagreements(Path file, String draft) throws IOException {
        List<String> disagreements = new ArrayList<>();
        for (Value group : ((ArrayValue) parsed(Files.readAllBytes(file))).items()) {
            ObjectValue members = (ObjectValue) group;
            Value schema = members.member("schema").orElseThrow();
            Findings findings = new Findings();
            ObjectValue root = schema instanceof ObjectValue object ? dated(object, draft) : members;
            Checks checks = new Checks(root, new StoredDocuments(Registry.NONE, 0, Limits.DEFAULT, findings), findings);
            Check check = checks.of(schema instanceof ObjectValue ? root : schema);
            Verdict verdict = new Verdict(checks.references());
            if (findings.toList().stream().anyMatch(finding -> isOutOfScope(finding.code()))) {
                continue;
            }
            for (Value test : ((ArrayValue) members.member("tests").orElseThrow()).items()) {
                ObjectValue one = (ObjectValue) test;
                boolean isValid = ((BooleanValue) one.member("valid").orElseThrow()).isTrue();
                Value data = one.member("data").orElseThrow();
                if (verdict.holds(check, Constants.of(data)) != isValid) {
                    disagreements.add(text(members) + ": " + text(one));
                }
            }
        }
        return disagreements;
    }

    /** Refused or warned of: it is known that the check says less than the schema. */
    private static boolean isOutOfScope(String code) {
        return Set.of("pattern-refused", "reference-not-local", "reference-dangling", "condition-approximated")
                .contains(code);
    }

    private static ObjectValue dated(ObjectValue schema, String draft) {
        Map<String, Value> members = new LinkedHashMap<>(schema.members());
        members.putIfAbsent(
                "$schema",
                new StringValue(
                        schema.place(), draft.replace("draft4", "draft-04").replace("draft7", "draft-07")));
        return new ObjectValue(schema.place(), members);
    }

    private static String text(ObjectValue value) {
        return ((StringValue) value.member("description").orElseThrow()).text();
    }

    private static Value parsed(byte[] json) {
        return ((Document) new DocumentParser(Limits.DEFAULT).parse(json)).root();
    }

    private static boolean holds(String schema, String data) {
        ObjectValue root = (ObjectValue) parsed(schema.getBytes(StandardCharsets.UTF_8));
        Checks checks =
                new Checks(root, new StoredDocuments(Registry.NONE, 0, Limits.DEFAULT, new Findings()), new Findings());
        Check check = checks.of(root);
        return new Verdict(checks.references())
                .holds(check, Constants.of(parsed(data.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void shouldFollowSchemasThatContainThemselves() {
        // Given
        String schema = """
                {"type": "object", "required": ["name"],
                 "properties": {"name": {"type": "string"}, "parent": {"$ref": "#"}}}
                """;

        // When
        boolean isComplete = holds(schema, "{\"name\": \"a\", \"parent\": {\"name\": \"b\"}}");
        boolean isIncomplete = holds(schema, "{\"name\": \"a\", \"parent\": {}}");

        // Then
        assertThat(isComplete).isTrue();
        assertThat(isIncomplete).isFalse();
    }

    @Test
    void shouldFindDynamicAnchorsFromTheRoot() {
        // Given
        String schema = """
                {"$dynamicAnchor": "node", "type": "object", "unevaluatedProperties": true,
                 "properties": {"children": {"type": "array", "items": {"$dynamicRef": "#node"}}}}
                """;

        // When
        boolean isTree = holds(schema, "{\"children\": [{\"children\": []}]}");
        boolean isNoTree = holds(schema, "{\"children\": [{\"children\": 3}]}");

        // Then
        assertThat(isTree).isTrue();
        assertThat(isNoTree).isFalse();
    }
}
