package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.engine.pattern.PatternGate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns mean what ECMAScript says, or are refused. */
class PatternGateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "^\\s$;`\u00a0`;true",
                "^\\s$;`\ufeff`;true",
                "^\\S$;`\u00a0`;false",
                "^[\\s-]$;`\u2003`;true",
                "^[^\\S]$;`\u2003`;true",
                "^.$;`\u2028`;false",
                "^\\d$;`\u0969`;false",
                "^\\w$;`\u00e9`;false",
                "^\\p{Letter}+$;`\u00e9a`;true",
                "^\\p{Script=Greek}$;`\u03b1`;true",
                "^\\P{Lu}$;`A`;false",
                "^\\u0041$;`A`;true",
                "^\\uD83D\\uDE00$;`\ud83d\ude00`;true",
                "^\\u{1f600}$;`\ud83d\ude00`;true",
                "^\\cA$;`\u0001`;true",
                "^\\x41$;`A`;true",
                "^[]$;`a`;false",
                "^[^]$;`a`;true",
                "^[[:alpha:]]$;`a]`;true",
                "^[\\b]$;`\b`;true",
                "^(?<year>\\d{4})$;`2024`;true",
                "^{{a}}$;`{{a}}`;true",
                "^a{2,3}$;`aaa`;true",
                "^a{,3}$;`a{,3}`;true",
                "^\\-\\/\\@$;`-/@`;true",
                "a|b$;`xb`;true"
            })
    void shouldMatchAsEcmaScriptDoes(String pattern, String text, boolean isMatch) {
        assertThat(PatternGate.objection(pattern)).isEmpty();
        assertThat(PatternGate.compile(pattern).matcher(text).find()).isEqualTo(isMatch);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?=a)",
                "(?!a)",
                "(?<=a)",
                "(?<!a)",
                "(a)\\1",
                "\\k<a>",
                "(?i)a",
                "(?P<a>b)",
                "\\Z",
                "\\Aa",
                "\\Qa\\E",
                "\\a",
                "a**",
                "a++",
                "(a",
                "a)",
                "[a",
                "\\",
                "\\u00",
                "\\c1",
                "\\p{Nonsense}",
                "\\pL",
                "a{2000}",
                "[b-a]"
            })
    void shouldRefuseWhatItCannotDo(String pattern) {
        assertThat(PatternGate.objection(pattern)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"(?=a)b, true", "(a)\\1, true", "(?i)a, false", "\\Z, false", "^(abc], false", "a{2000}, true"})
    void shouldTellWhatIsEcmaScript(String pattern, boolean isEcmaScript) {
        assertThat(PatternGate.isEcmaScript(pattern)).isEqualTo(isEcmaScript);
    }
}
