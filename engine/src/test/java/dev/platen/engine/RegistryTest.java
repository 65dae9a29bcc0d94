package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.compile.CompileOutcome;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.compile.CompileOutcome.Rejected;
import dev.platen.engine.compile.Compiler;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components that are documents of their own, used by their name. */
class RegistryTest {
    private static final Map<String, String> STORED = Map.of(
            "notice",
            """
            {"type": "box", "parameters": {"text": {"type": "string", "required": true}},
             "$defs": {"box": {"type": "card", "props": {"class": "stored"}, "children": [{"type": "slot"}]}},
             "children": [{"type": "text", "props": {"text": {"type": "expression", "expression": "params.text"}}}, {"type": "slot"}]}
            """,
            "twice",
            "{'type': 'fragment', 'children': [{'type': 'notice', 'props': {'text': 'one'}}, {'type': 'notice', 'props': {'text': 'two'}}]}",
            "endless",
            "{'type': 'fragment', 'children': [{'type': 'again'}]}",
            "again",
            "{'type': 'fragment', 'children': [{'type': 'endless'}]}",
            "broken",
            "{'type': 'txt'}",
            "malformed",
            "{'type': ",
            "list-of-all",
            "['a']");

    private static byte[] json(String text) {
        return Pages.utf8(text.replace('\'', '"'));
    }

    private static CompileOutcome compiled(String document) {
        Compiler compiler = new Compiler(
                Limits.DEFAULT, name -> Optional.ofNullable(STORED.get(name)).map(RegistryTest::json));
        return compiler.compile(json(document));
    }

    @Test
    void shouldUseStoredComponentsAsIfTheyWereDefinedHere() {
        // Given
        String document = """
                {"type": "page",
                 "$defs": {"box": {"type": "badge", "props": {"text": "not the one of the stored document"}}},
                 "children": [{"type": "box"},
                  {"type": "notice", "each": "data.all", "props": {"text": {"type": "expression", "expression": "item.t"}},
                   "children": [{"type": "text", "children": [{"type": "expression", "expression": "item.t + \\"!\\""}]}]}]}
                """;

        // When
        Compiled compiled = (Compiled) compiled(document);

        // Then
        assertThat(compiled.dependencies()).containsExactly("notice");
        assertThat(Pages.fragment(compiled.plan(), "{\"all\": [{\"t\": \"A\"}, {\"t\": \"B\"}]}"))
                .contains("<span class=\"p-badge\">not the one")
                .contains("<p class=\"p-text\">A</p><p class=\"p-text\">A!</p>")
                .contains("<article class=\"p-card stored\">");
    }

    @Test
    void shouldUseStoredComponentsThatUseOthers() {
        // When
        Compiled compiled = (Compiled) compiled("{'type': 'page', 'children': [{'type': 'twice'}]}");

        // Then
        assertThat(compiled.dependencies()).containsExactly("notice", "twice");
        assertThat(Pages.fragment(compiled.plan(), "{}")).contains(">one</p>", ">two</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "endless, component-cycle",
        "broken, unknown-component",
        "malformed, document-unreadable",
        "list-of-all, unknown-component",
        "nobody, unknown-component",
        "notice, property-missing"
    })
    void shouldSayWhereAComponentCannotBeUsed(String name, String code) {
        // When
        CompileOutcome outcome = compiled("{'type': 'page', 'children': [\n {'type': '%s'}]}".formatted(name));

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                        rejected.problem().diagnostics())
                .filteredOn(finding -> finding.severity() == Diagnostic.Severity.ERROR)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.line()).isEqualTo(2);
                    assertThat(finding.pointer()).startsWith("/children/0");
                }));
    }
}
