package dev.platen.benchmarks.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesBenchmarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"stocks", "dashboard", "table"})
    void shouldReachTheSamePageWithEveryEngine(String page) {
        // Given
        PagesBenchmark benchmark = new PagesBenchmark();
        benchmark.page = page;
        try {

            // When
            benchmark.prepare();

            // Then
            assertThat(new String(benchmark.jte(), StandardCharsets.UTF_8))
                    .isEqualTo(ReferencePage.of(Model.named(page)))
                    .hasSizeGreaterThan(2_000);
        } finally {
            benchmark.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stocks", "dashboard", "table"})
    void shouldSayWhatThePeersSay(String page) {
        // Given
        PlatenPagesBenchmark benchmark = new PlatenPagesBenchmark();
        benchmark.page = page;

        // When
        benchmark.prepare();

        // Then
        assertThat(benchmark.render()).hasSizeGreaterThan(2_000);
    }

    @Test
    void shouldShowWherePagesDiffer() {
        assertThatThrownBy(() -> SamePage.check("<p>one</p>", "<p>once</p>"))
                .hasMessageContaining("character 5")
                .hasMessageContaining("<p>once</p>");
    }
}
