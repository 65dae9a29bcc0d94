package dev.platen.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/settings.md lists every setting with what its source says of it; {@code -Dplaten.goldens=write} rewrites it. */
class SettingsPageTest {
    private static final Path PAGE = Home.path().resolve("docs/settings.md");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");
    private static final Pattern GROUP = Pattern.compile("\\n    interface (\\w+) \\{");
    private static final Pattern SETTING = Pattern.compile(
            "/\\*\\*(?<text>(?:[^*]|\\*(?!/))*)\\*/\\s*(?:@WithDefault\\(\"(?<default>[^\"]*)\"\\)\\s*)?"
                    + "(?<type>[\\w<>, ]+) (?<name>\\w+)\\(\\);");
    private static final String INTRODUCTION = """
            # Settings

            Every setting of every service, as its source describes it. A setting is given as a system property (`-Dplaten.render.workers=2`), as
            an environment variable (`PLATEN_RENDER_WORKERS=2`) or in `config/application.properties` beside the service, in this order. A value
            that cannot be read ends the service at its start. Durations are written as `PT10S`, sizes as `64M`.

            This page is written by `SettingsPageTest` with `-Dplaten.goldens=write`.
            """;

    @Test
    void shouldListEverySetting() throws IOException {
        // Given
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Path source : sources()) {
            page.append(section(source));
        }

        // When
        if ("write".equals(System.getProperty("platen.goldens"))) {
            Files.writeString(PAGE, page);
        }

        // Then
        assertThat(page).contains("platen.render.workers", "platen.cache.memory.pages");
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Home.path())) {
            for (Path module : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()) {
                found.addAll(mappings(module));
            }
        }
        return found;
    }

    private static List<Path> mappings(Path module) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(module)) {
            for (Path file : files.filter(file -> file.toString().endsWith("Config.java"))
                    .sorted()
                    .toList()) {
                if (PREFIX.matcher(Files.readString(file)).find()) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String section(Path file) throws IOException {
        String source = Files.readString(file);
        Matcher prefix = PREFIX.matcher(source);
        assertThat(prefix.find()).isTrue();
        String about = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"));
        return "\n## %s\n\n%s\n\n| setting | default | |\n|---|---|---|\n%s"
                .formatted(prefix.group(1), plain(about), rows(prefix.group(1), source));
    }

    private static String rows(String prefix, String source) {
        Matcher group = GROUP.matcher(source);
        int end = group.find() ? group.start() : source.length();
        List<MatchResult> own = settings(source.substring(0, end));
        String rest = source.substring(end);
        return own.stream()
                .map(setting -> rest.contains(" interface " + setting.group("type") + " {")
                        ? settings(group(rest, setting.group("type"))).stream()
                                .map(inner -> row(prefix + "." + kebab(setting.group("name")), inner))
                                .collect(Collectors.joining())
                        : row(prefix, setting))
                .collect(Collectors.joining());
    }

    private static String group(String source, String type) {
        int begin = source.indexOf(" interface " + type + " {");
        return source.substring(begin, source.indexOf("\n    }\n", begin));
    }

    private static List<MatchResult> settings(String source) {
        return SETTING.matcher(source).results().toList();
    }

    private static String row(String prefix, MatchResult setting) {
        String preset = setting.group("default");
        String name = kebab(setting.group("name"));
        String suffix = setting.group("type").startsWith("Map<") ? ".*" : "";
        return "| `%s.%s%s` | %s | %s |\n"
                .formatted(
                        prefix, name, suffix, preset == null ? "" : "`" + preset + "`", plain(setting.group("text")));
    }

    /** The text of a comment, on one line and in Markdown. */
    private static String plain(String comment) {
        return comment.replaceAll("\\s*\\n\\s*\\*", " ")
                .replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
