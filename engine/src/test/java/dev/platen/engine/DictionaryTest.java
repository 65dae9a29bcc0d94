package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.plan.Word;
import dev.platen.engine.words.Dictionary;
import dev.platen.engine.words.Direction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The words of pages, in every language. A word that a file names and the engine does not know fails while it is read. */
class DictionaryTest {
    @TestFactory
    Stream<DynamicTest> shouldHaveEveryWord() {
        return Dictionary.LANGUAGES.stream()
                .map(language -> DynamicTest.dynamicTest(language, () -> assertThat(Word.values())
                        .allSatisfy(word -> assertThat(Dictionary.of(language).text(word))
                                .as(word.name())
                                .isEqualTo(Dictionary.of(language).text(word).strip())
                                .isNotEmpty()
                                .doesNotContain("<", ">", "&", "\""))));
    }

    @Test
    void shouldFallBackToTheLanguageAndThenToEnglish() {
        assertThat(Dictionary.of("de-AT").language()).isEqualTo("de");
        assertThat(Dictionary.of("ar-Arab-EG").language()).isEqualTo("ar");
        assertThat(Dictionary.of("tlh").language()).isEqualTo("en");
        assertThat(Dictionary.of("").language()).isEqualTo("en");
    }

    @Test
    void shouldSpeakTheLanguage() {
        assertThat(Dictionary.of("en").text(Word.SUBMIT)).isEqualTo("Submit");
        assertThat(Dictionary.of("fr-CA").text(Word.STEP)).isEqualTo("Étape");
        assertThat(Dictionary.of("ja").text(Word.YEAR)).isEqualTo("年");
    }

    @Test
    void shouldKnowTheDirectionByScriptAndLanguage() {
        assertThat(Stream.of("ar", "fa-IR", "he", "ur", "az-Arab").map(Direction::of))
                .containsOnly(Direction.RTL);
        assertThat(Stream.of("en", "ja", "az", "pa", "ar-Latn", "zz").map(Direction::of))
                .containsOnly(Direction.LTR);
        assertThat(Direction.of("ar").attribute()).isEqualTo("rtl");
    }
}
