package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.render.Renderer;
import dev.platen.engine.render.View;
import dev.platen.engine.render.WholePage;
import dev.platen.engine.theme.Themes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every example in every theme, from left to right and from right to left, under the eyes of axe-core in a real browser. */
class AccessibilityTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Pattern CONTROL = Pattern.compile(" id=\"([^\"]+)\" name=\"root");
    private static final Renderer RENDERER = new Renderer(Limits.DEFAULT, "./");
    private static final String UNLABELLED = """
            <!DOCTYPE html><html lang="en"><head><title>Wrong</title></head>
            <body><main><h1>Wrong</h1><input></main></body></html>
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "plain, en, false", "plain, en, true", "plain, ar, false", "plain, ar, true",
        "bootstrap, en, false", "bootstrap, en, true", "bootstrap, ar, false", "bootstrap, ar, true"
    })
    void shouldHaveNoViolations(String theme, String locale, boolean isDark) throws Exception {
        // Given
        assumeBrowser();
        assertThat(Themes.names()).contains(theme);
        Map<String, String> pages = pages(theme, locale);

        // When
        List<String> findings = AxeInChromium.findings(folder, pages, isDark);

        // Then
        assertThat(findings)
                .containsExactlyElementsOf(
                        pages.keySet().stream().map(name -> name + " checked").toList());
    }

    @Test
    void shouldFindWhatIsWrong() throws Exception {
        // Given
        assumeBrowser();

        // When
        List<String> findings = AxeInChromium.findings(folder, Map.of("unlabelled", UNLABELLED), false);

        // Then
        assertThat(findings).hasSize(2).anySatisfy(finding -> assertThat(finding)
                .startsWith("unlabelled: label at"));
    }

    private static void assumeBrowser() {
        assumeThat(AxeInChromium.browser())
                .as("pages are checked where chromium or google-chrome is on the path")
                .isPresent();
    }

    private static Map<String, String> pages(String theme, String locale) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                Presentation presentation = new Presentation(locale, theme, Presentation.Layout.PAGE);
                String name = file.getFileName() + " " + theme + " " + locale;
                String page = page(file, presentation, View.NONE);
                pages.put(name, page);
                View errors = errors(page);
                if (!errors.errors().isEmpty()) {
                    pages.put(name + " with errors", page(file, presentation, errors));
                }
            }
        }
        return pages;
    }

    /** An error at every control of a page; none where it has no form. */
    private static View errors(String page) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        CONTROL.matcher(page).results().forEach(match -> errors.put(match.group(1), List.of("is not what it must be")));
        return new View(errors, Map.of(), Map.of(), Set.of());
    }

    private static String page(Path document, Presentation presentation, View view) {
        WholePage page = new WholePage();
        assertThat(RENDERER.render(
                        Pages.compiled(Fixtures.read(document)).plan(), Pages.NO_DATA, view, presentation, page))
                .isInstanceOf(Rendered.class);
        String html = new String(page.toBytes(), StandardCharsets.UTF_8);
        Markup.of(html).verify();
        assertThat(html.contains("aria-invalid")).isEqualTo(!view.errors().isEmpty());
        return html;
    }
}
