package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.contract.plan.Role;
import dev.platen.engine.theme.Assets;
import dev.platen.engine.theme.Theme;
import dev.platen.engine.theme.Themes;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What themes say of roles, and the files that they name. */
class ThemesTest {
    private static final Pattern OWN_CLASS = Pattern.compile("\\.(p-[a-z-]+)");
    private static final int LARGEST = 16 * 1024;

    @TestFactory
    Stream<DynamicTest> shouldHaveClassesForEveryRole() {
        return eachTheme(theme -> assertThat(Role.values())
                .allSatisfy(
                        role -> assertThat(theme.classes(role)).as(role.name()).isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> shouldServeEveryFile() {
        return eachTheme(theme -> assertThat(files(theme))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Assets.find(file)).as(file).isPresent()));
    }

    @Test
    void shouldStyleNothingThatTheThemeDoesNotName() {
        // Given
        Theme plain = Themes.find("plain").orElseThrow();
        Set<String> named = Stream.of(Role.values())
                .flatMap(role -> Stream.of(plain.classes(role).split(" ")))
                .collect(Collectors.toSet());

        // When
        Set<String> styled = OWN_CLASS
                .matcher(text("plain.css"))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(styled).isNotEmpty().isSubsetOf(named);
    }

    @Test
    void shouldKeepTheStylesheetOfTheDefaultThemeSmall() {
        assertThat(Assets.find("plain.css"))
                .hasValueSatisfying(css -> assertThat(css).hasSizeLessThan(LARGEST));
    }

    @Test
    void shouldTurnPhysicalStylesheetsRound() {
        assertThat(Themes.find("bootstrap").orElseThrow().rightToLeft()).contains("bootstrap-5.3.8.rtl.min.css");
        assertThat(Themes.find("plain").orElseThrow().rightToLeft()).containsExactly("plain.css");
    }

    @Test
    void shouldFindNoThemeOfAnotherName() {
        assertThat(Themes.find("unknown")).isEmpty();
        assertThat(Themes.names()).containsExactlyInAnyOrder("plain", "bootstrap", "console");
    }

    private static Stream<DynamicTest> eachTheme(Consumer<Theme> check) {
        return Themes.names().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> check.accept(Themes.find(name).orElseThrow())));
    }

    private static Set<String> files(Theme theme) {
        return Stream.of(theme.stylesheets(), theme.rightToLeft(), theme.scripts())
                .flatMap(names -> names.stream())
                .collect(Collectors.toSet());
    }

    private static String text(String asset) {
        return new String(Assets.find(asset).orElseThrow(), StandardCharsets.UTF_8);
    }
}
