package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.platen.engine.markdown.Markdown;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formatted descriptions: what counts as format, and that nothing else ever becomes markup. */
class MarkdownTest {
    private static final int ROUNDS = 5_000;
    private static final String LETTERS = "ab *_`[](){}<>\\!-+1.\n\"'&:/";

    private static String description(String markdown) {
        String page = Pages.fragment(
                Pages.plan("""
                        {"schema": {"type": "string", "title": "T", "description": "%s"},
                         "uiSchema": {"ui:enableMarkdownInDescription": true}}
                        """.formatted(
                        markdown.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))),
                "\"\"");
        String begin = "id=\"root__description\">";
        int from = page.indexOf(begin) + begin.length();
        return page.substring(from, page.indexOf("</div>", from));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "one two | <p>one two</p>",
                "~one\ntwo\n\nthree~ | ~<p>one\ntwo</p><p>three</p>~",
                "a *b* **c** _d_ __e__ | <p>a <em>b</em> <strong>c</strong> <em>d</em> <strong>e</strong></p>",
                "**a *b* c** | <p><strong>a <em>b</em> c</strong></p>",
                "snake_case_name 2 * 3 * 4 | <p>snake_case_name 2 * 3 * 4</p>",
                "`a <b> *c*` | <p><code>a &lt;b&gt; *c*</code></p>",
                "see [the *page*](/help?a=1&b=2) | <p>see <a href=\"/help?a=1&amp;b=2\">the <em>page</em></a></p>",
                "[x](javascript:alert(1)) | <p>x)</p>",
                "[x](data:text/html,y) [a] (b) | <p>x [a] (b)</p>",
                "<script>alert(1)</script> <b>x</b> | <p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;</p>",
                "~- a\n- *b*\n  more\n\ntext~ | ~<ul><li>a</li><li><em>b</em>\nmore</li></ul><p>text</p>~",
                "~1. a\n2. b\n- c~ | ~<ol><li>a</li><li>b</li></ol><ul><li>c</li></ul>~",
                "\\*no\\* **open | <p>*no* **open</p>",
            })
    void shouldWriteTheFormat(String markdown, String expected) {
        assertThat(description(markdown)).isEqualTo(expected);
    }

    @Test
    void shouldKeepPagesWellFormed() {
        // Given
        Random random = new Random(5);

        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }

            // Then
            assertThatCode(() -> Markdown.read(text.toString())).doesNotThrowAnyException();
            if (round % 10 == 0) {
                Markup.of("<div>" + description("x" + text) + "</div>").verify();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a ", "[", "**a", "`", "[a](", "_a ", "- ", "\\", "[a]", "*_"})
    void shouldTakeTimeInProportion(String piece) {
        String text = piece.repeat(300_000) + "](";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Markdown.read(text));
    }
}
