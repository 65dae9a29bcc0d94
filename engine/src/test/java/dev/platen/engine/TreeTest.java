package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.component.ComponentDialect;
import dev.platen.engine.dialect.Dialect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.dialect.Registry;
import dev.platen.engine.dialect.StoredDocuments;
import dev.platen.engine.element.ElementDialect;
import dev.platen.engine.ir.Form;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.Parsed;
import dev.platen.engine.json.Value;
import dev.platen.engine.jsonschema.JsonSchemaDialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of components and of elements, the parts that are made of them, and what their authors are told. */
class TreeTest {
    private static final Dialect COMPONENT = new ComponentDialect(List.of(new JsonSchemaDialect()));
    private static final Dialect ELEMENT = new ElementDialect();

    @TestFactory
    Stream<DynamicTest> shouldMapTheTree() {
        return Fixtures.of(TreeTest.class).cases().stream()
                .filter(file -> file.toString().endsWith(".json"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> verify(file)));
    }

    private static void verify(Path file) {
        // Given
        String name = file.getFileName().toString();
        Dialect dialect = name.contains("element-") ? ELEMENT : COMPONENT;
        byte[] document = Fixtures.read(file);
        Findings findings = new Findings();

        // When
        Optional<Form> form = read(dialect, document, findings);

        // Then
        assertThat(form.isEmpty()).isEqualTo(name.startsWith("invalid-"));
        String told = findings.toList().stream()
                .map(finding -> finding.severity() + " " + finding + "\n")
                .collect(Collectors.joining());
        String outline = form.map(made -> Outline.of(made.root())).orElse("");
        Fixtures.assertGolden(file.resolveSibling(name.replace(".json", ".txt")), told + outline);
    }

    private static Optional<Form> read(Dialect dialect, byte[] document, Findings findings) {
        StoredDocuments none = new StoredDocuments(Registry.NONE, document.length, Limits.DEFAULT, findings);
        return dialect.read(value(document), document, none, Limits.DEFAULT, findings);
    }

    private static Value value(byte[] document) {
        return ((Parsed.Document) new DocumentParser(Limits.DEFAULT).parse(document)).root();
    }

    private static Value value(String document) {
        return value(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldRecogniseComponents() {
        assertThat(COMPONENT.recognises(value("{'type':'page'}".replace('\'', '"'))))
                .isTrue();
        assertThat(COMPONENT.recognises(value("{'type':'x','$defs':{'x':{'type':'text'}}}".replace('\'', '"'))))
                .isTrue();
        assertThat(COMPONENT.recognises(value("{'type':'object','$defs':{}}".replace('\'', '"'))))
                .isFalse();
        assertThat(COMPONENT.recognises(value("{'schema':{'type':'object'}}".replace('\'', '"'))))
                .isFalse();
        assertThat(COMPONENT.recognises(value("{'type':'VerticalLayout','elements':[]}".replace('\'', '"'))))
                .isFalse();
    }

    @Test
    void shouldRecogniseElements() {
        assertThat(ELEMENT.recognises(value("{'div':{'children':[]}}".replace('\'', '"'))))
                .isTrue();
        assertThat(ELEMENT.recognises(value("[{'p':'x'}]".replace('\'', '"')))).isTrue();
        assertThat(ELEMENT.recognises(value("{'type':'object'}".replace('\'', '"'))))
                .isFalse();
        assertThat(ELEMENT.recognises(value("{'type':'string','title':'x'}".replace('\'', '"'))))
                .isFalse();
    }

    @Test
    void shouldBoundComponentsThatMultiply() {
        // Given
        StringBuilder definitions = new StringBuilder("'c0':{'type':'text','children':['x']}");
        for (int i = 1; i < 30; i++) {
            definitions.append(
                    ",'c%d':{'type':'fragment','children':[{'type':'c%d'},{'type':'c%d'}]}".formatted(i, i - 1, i - 1));
        }
        byte[] document = ("{'type':'c29','$defs':{" + definitions + "}}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        Findings findings = new Findings();

        // When
        Optional<Form> form = read(COMPONENT, document, findings);

        // Then
        assertThat(form).isEmpty();
        assertThat(findings.toList()).extracting(Diagnostic::code).contains("page-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"params.a + params.b", "params.a == params.b", "params.a.exists(x, x == params.b)"})
    void shouldBoundParametersThatDouble(String expression) {
        // Given
        String parameters = "'parameters':{'a':{},'b':{}}";
        StringBuilder definitions =
                new StringBuilder("'c0':{'type':'text',%s,'when':'%s'}".formatted(parameters, expression));
        String given = "{'type':'expression','expression':'%s'}".formatted(expression);
        for (int i = 1; i < 30; i++) {
            definitions.append(
                    ",'c%s':{'type':'c%s',%s,'props':{'a':%s,'b':%s}}".formatted(i, i - 1, parameters, given, given));
        }
        byte[] document = ("{'type':'c29','props':{'a':{'type':'expression','expression':'data.a'},'b':1},'$defs':{"
                        + definitions + "}}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        Findings findings = new Findings();

        // When
        Optional<Form> form = read(COMPONENT, document, findings);

        // Then
        assertThat(form).isEmpty();
        assertThat(findings.toList()).extracting(Diagnostic::code).containsOnly("expression-too-long");
    }
}
