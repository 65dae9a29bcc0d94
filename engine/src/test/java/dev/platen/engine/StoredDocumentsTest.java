package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.DocumentVersion;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.PlanCodec;
import dev.platen.contract.plan.PlanDecoded.Decoded;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import dev.platen.engine.dialect.Registry;
import dev.platen.engine.validate.Preparation;
import dev.platen.engine.validate.Prepared;
import dev.platen.engine.validate.ValidationOutcome;
import dev.platen.engine.validate.ValidationOutcome.Validated;
import dev.platen.engine.validate.ValidationOutcome.ValidationRejected;
import dev.platen.engine.validate.Validator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Documents that refer to stored ones: what is made of them, what their authors are told, what data is valid. */
class StoredDocumentsTest {
    @TestFactory
    Stream<DynamicTest> shouldFollowReferencesToStoredDocuments() {
        return Fixtures.of(StoredDocumentsTest.class).cases().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> verify(folder)));
    }

    private static void verify(Path folder) {
        // Given
        Map<String, byte[]> stored = stored(folder.resolve("stored"));
        byte[] document = Fixtures.read(folder.resolve("in.json"));
        byte[] data = Fixtures.readOr(folder.resolve("data.json"), Pages.NO_DATA);
        Compiler compiler = new Compiler(Limits.DEFAULT, name -> Optional.ofNullable(stored.get(name)));

        // When
        CompileOutcome outcome = compiler.compile(document);

        // Then
        String told =
                switch (outcome) {
                    case Rejected(Problem problem) -> told(problem);
                    case Compiled compiled -> told(compiled, document, data, stored);
                };
        assertThat(outcome instanceof Rejected)
                .isEqualTo(folder.getFileName().toString().startsWith("invalid-"));
        Fixtures.assertGolden(folder.resolve("out.txt"), told);
    }

    private static Map<String, byte[]> stored(Path folder) {
        Map<String, byte[]> stored = new LinkedHashMap<>();
        for (String name :
                List.of("address", "country", "contact-form", "person", "company", "base-card", "stamp", "a", "b")) {
            Path file = folder.resolve(name + ".json");
            if (Files.exists(file)) {
                stored.put(name, Fixtures.read(file));
            }
        }
        return stored;
    }

    private static String told(Problem problem) {
        return problem.diagnostics().stream().map(Diagnostic::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String told(Compiled compiled, byte[] document, byte[] data, Map<String, byte[]> stored) {
        Map<String, byte[]> used = new LinkedHashMap<>(stored);
        used.keySet().retainAll(compiled.dependencies());
        assertThat(compiled.plan().documents())
                .isEqualTo(used.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new DocumentVersion(new SchemaName(entry.getKey()), Digest.of(entry.getValue())))
                        .toList());
        String text = data.length == 0 ? "{}" : new String(data, StandardCharsets.UTF_8);
        return "made of %s %s%n%s%n%n%s%n"
                .formatted(
                        compiled.dependencies(),
                        compiled.warnings(),
                        Pages.fragment(compiled.plan(), text).replace("><", ">\n<"),
                        validated(document, Pages.utf8(text), used))
                .replace("\r\n", "\n");
    }

    private static String validated(byte[] document, byte[] data, Map<String, byte[]> stored) {
        return switch (new Validator(Limits.DEFAULT).prepare(document, stored)) {
            case Preparation.Rejected(Problem problem) -> "refused: " + problem.detail();
            case Preparation.Ready(Prepared schema) -> validated(schema.validate(data, "en"));
        };
    }

    private static String validated(ValidationOutcome outcome) {
        return switch (outcome) {
            case ValidationRejected(Problem problem) -> "refused: " + problem.detail();
            case Validated validated ->
                validated.errors().stream()
                        .map(error -> "%s %s: %s"
                                .formatted(error.instanceLocation(), error.absoluteKeywordLocation(), error.error()))
                        .collect(Collectors.joining("\n"));
        };
    }

    @Test
    void shouldGiveAnotherPlanWhereAStoredDocumentIsAnotherOne() {
        // Given
        byte[] document = Pages.utf8("{\"properties\": {\"home\": {\"$ref\": \"address\"}}}");

        // When
        Compiled first = compiled(document, "{\"type\": \"string\", \"not\": {\"const\": \"a\"}}");
        Compiled other = compiled(document, "{\"type\": \"string\", \"not\": {\"const\": \"b\"}}");

        // Then
        assertThat(first.planDigest()).isNotEqualTo(other.planDigest());
        assertThat(PlanCodec.decode(first.encodedPlan()))
                .isInstanceOfSatisfying(Decoded.class, decoded -> assertThat(decoded.plan())
                        .extracting(Plan::documents)
                        .isEqualTo(first.plan().documents()));
    }

    private static Compiled compiled(byte[] document, String stored) {
        return (Compiled) new Compiler(Limits.DEFAULT, _ -> Optional.of(Pages.utf8(stored))).compile(document);
    }

    @Test
    void shouldCountAllDocumentsTogether() {
        // Given
        AtomicInteger lookedUp = new AtomicInteger();
        Registry endless = name -> {
            lookedUp.incrementAndGet();
            return Optional.of(Pages.utf8("{\"properties\": {\"next\": {\"$ref\": \"%sx\"}}}".formatted(name)));
        };
        Registry large = name -> {
            lookedUp.incrementAndGet();
            return Optional.of(Pages.utf8("{\"$comment\": \"%s\", \"properties\": {\"next\": {\"$ref\": \"%sx\"}}}"
                    .formatted("x".repeat(60_000), name)));
        };

        // When
        CompileOutcome many = new Compiler(Limits.DEFAULT, endless).compile(Pages.utf8("{\"$ref\": \"a\"}"));
        CompileOutcome much = new Compiler(Limits.DEFAULT, large).compile(Pages.utf8("{\"$ref\": \"a\"}"));

        // Then
        assertThat(lookedUp).hasValueLessThanOrEqualTo(Limits.DEFAULT.documents() + 18);
        assertThat(Stream.of(many, much))
                .allSatisfy(outcome -> assertThat(((Rejected) outcome).problem().diagnostics())
                        .anySatisfy(finding -> {
                            assertThat(finding.code()).isEqualTo("documents-too-large");
                            assertThat(finding.pointer()).isEqualTo("/$ref");
                        }));
    }

    @Test
    void shouldNotMultiplyALadderOfDocuments() {
        // Given
        Registry ladder = name -> Optional.of(Pages.utf8(
                name.equals("s40")
                        ? "{\"type\": \"string\"}"
                        : "{\"properties\": {\"a\": {\"$ref\": \"%1$s\"}, \"b\": {\"$ref\": \"%1$s\"}}}"
                                .formatted("s" + (Integer.parseInt(name.substring(1)) + 1))));
        byte[] document = Pages.utf8("{\"$ref\": \"s1\"}");

        // When
        CompileOutcome outcome = new Compiler(Limits.DEFAULT, ladder).compile(document);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Compiled.class, compiled -> assertThat(
                        compiled.cost().nodes())
                .isLessThan(Limits.DEFAULT.planNodes()));
    }
}
