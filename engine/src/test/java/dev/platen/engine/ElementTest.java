package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.engine.compile.CompileOutcome.Compiled;
import dev.platen.engine.render.Renderer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Element trees: what is the same as where they come from, and, one by one, what is not because it was a fault there. */
class ElementTest {
    private static Compiled compiled(String document) {
        return Pages.compiled(Pages.utf8(document.replace('\'', '"')));
    }

    private static String html(String document) {
        String html = Pages.page(compiled(document).plan(), Pages.NO_DATA, Pages.FRAGMENT);
        Markup.of(html);
        return html;
    }

    private static List<String> told(String document) {
        return compiled(document).warnings().stream().map(Diagnostic::code).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'p': 'a < b & c'} | <p>a &lt; b &amp; c</p>",
                "{'p': 1.50} | <p>1.50</p>",
                "{'p': true} | <p>true</p>",
                "{'p': null} | <p></p>",
                "{'p': ['a', 1, ['b'], {'em': 'c'}]} | <p>a1b<em>c</em></p>",
                "[{'p': 'a'}, {'p': 'b'}] | <div><p>a</p><p>b</p></div>",
                "{'p': {'text': 'a', 'children': [{'em': 'b'}]}} | <p>a<em>b</em></p>",
                "{'p': {'children': 'only'}} | <p>only</p>",
                "{'p': {'className': 'x y', 'title': 'q', 'key': 7}} | <p class=\"x y\" title=\"q\"></p>",
                "{'br': {}} | <br>",
                "{'input': {'type': 'checkbox', 'checked': true, 'disabled': false, 'aria-label': 'x'}} | <input type=\"checkbox\" checked aria-label=\"x\">",
            })
    void shouldWriteTheTree(String document, String expected) {
        // When
        String html = html(document);

        // Then
        assertThat(html).isEqualTo(expected);
    }

    @Test
    void shouldRenderAgainAfterAnElementOfText() {
        // Given
        Compiled page = compiled("{'span': 'x'}");

        // When
        List<String> pages = List.of(
                Pages.page(page.plan(), Pages.NO_DATA, Pages.FRAGMENT),
                Pages.page(compiled("{'p': 'y'}").plan(), Pages.NO_DATA, Pages.FRAGMENT),
                Pages.page(page.plan(), Pages.NO_DATA, Pages.FRAGMENT));

        // Then
        assertThat(pages).containsExactly("<span>x</span>", "<p>y</p>", "<span>x</span>");
    }

    @Test
    void shouldAllowTheSameNodeTwice() {
        assertThat(html("{'ul': [{'li': 'a'}, {'li': 'a'}]}")).isEqualTo("<ul><li>a</li><li>a</li></ul>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x onclick=alert(1)", "x><script>", "ON-X", "style", "data-x y", "", "é"})
    void shouldRefuseNamesThatAreNoAttributes(String name) {
        // Given
        String document = "{'p': {'%s': '1', 'text': 'x'}}".formatted(name);

        // When
        String html = html(document);

        // Then
        assertThat(html).isEqualTo("<p>x</p>");
        assertThat(told(document)).containsExactly("unknown-attribute");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'p': {'html': '<b>x</b>'}}",
                "{'p': {'html': {'__trusted': true, '__html': '<b>x</b>'}}}",
                "{'p': {'text': {'__trusted': true, '__html': '<b>x</b>'}}}",
                "{'p': {'__html': '<b>x</b>'}}",
                "{'p': {'children': [{'__trusted': true, '__html': '<b>x</b>'}]}}"
            })
    void shouldTrustNoMarkupInData(String document) {
        assertThat(html(document)).doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "java\\tscript:alert(1)",
                "data:text/html,x",
                "vbscript:x"
            })
    void shouldRefuseUnsafeAddresses(String address) {
        // Given
        String document = "{'a': {'href': '%s', 'text': 'x'}}".formatted(address);

        // When
        String html = html(document);

        // Then
        assertThat(html).isEqualTo("<a>x</a>");
        assertThat(told(document)).containsExactly("unsafe-url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onClick", "onclick", "onMouseOver", "data-action", "data-event"})
    void shouldWriteNoHandlersAndAlwaysTheSame(String name) {
        // Given
        String document = "{'button': {'%s': 'go()', 'type': 'button', 'text': 'x'}}".formatted(name);

        // When
        String html = html(document);

        // Then
        assertThat(html).isEqualTo("<button type=\"button\">x</button>").isEqualTo(html(document));
    }

    @Test
    void shouldShowNoFlagsAmongChildren() {
        assertThat(html("{'p': ['a', true, false, null, 'b']}")).isEqualTo("<p>ab</p>");
    }

    @Test
    void shouldSeparateClassesBySpaces() {
        assertThat(html("{'p': {'className': ['a', 'b']}}")).isEqualTo("<p class=\"a b\"></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'div': {'text': 'a', 'children': [{'img': {'alt': 'b', 'src': '/c.png'}}]}}",
                "{'p': {'text': '<script>alert(1)</script>'}}",
                "{'unknown': {'text': 'x'}}"
            })
    void shouldStreamTheSameBytes(String document) {
        // Given
        Compiled page = compiled(document);

        // When
        String whole = Pages.page(page.plan(), Pages.NO_DATA, Presentation.DEFAULT);
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        new Renderer(Limits.DEFAULT, "/assets/")
                .render(page.plan(), Pages.NO_DATA, Presentation.DEFAULT, streamed::write);

        // Then
        assertThat(streamed.toString(StandardCharsets.UTF_8)).isEqualTo(whole);
    }
}
