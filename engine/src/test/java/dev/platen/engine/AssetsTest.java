package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.engine.theme.Assets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Files that pages refer to. */
class AssetsTest {
    @Test
    void shouldHaveTheStylesheetOfTheDefaultTheme() {
        assertThat(Assets.find("plain.css"))
                .hasValueSatisfying(css -> assertThat(new String(css, StandardCharsets.UTF_8))
                        .contains("prefers-color-scheme: dark", "@media print")
                        .doesNotContain("http:", "https:", "@import"));
    }

    @Test
    void shouldFindNothingElse() {
        assertThat(Assets.find("../theme/Assets.class")).isEmpty();
        assertThat(Assets.find("other.css")).isEmpty();
        assertThat(Assets.find("")).isEmpty();
    }
}
