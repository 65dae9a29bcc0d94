package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.engine.theme.Assets;
import dev.platen.engine.theme.Theme;
import dev.platen.engine.theme.Themes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads pages in Chromium, one after the other, and asks axe-core what is wrong with them. */
final class AxeInChromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String SCRIPT = "/axe.min.js";
    private static final Path RUNNER = Path.of("src", "test", "resources", "AccessibilityTest", "runner.html");
    private static final String BEGIN = "BEGIN-OF-FINDINGS";
    private static final String END = "END-OF-FINDINGS";
    private static final int SECONDS = 300;

    private AxeInChromium() {}

    /** The browser, where there is one on this machine. */
    static Optional<Path> browser() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Checks pages whose assets are at {@code ./}.
     *
     * @param pages by the name that findings begin with
     * @return for each page that it was checked, and each violation
     */
    static List<String> findings(Path folder, Map<String, String> pages, boolean isDark) throws Exception {
        prepare(folder);
        Path runner = folder.resolve("runner.html");
        String json = pages.entrySet().stream()
                .map(page -> "[%s,%s]".formatted(json(page.getKey()), json(page.getValue())))
                .collect(Collectors.joining(",", "[", "]"));
        Files.writeString(runner, Files.readString(RUNNER).replace("PAGES", json));
        String dom = run(folder, runner, isDark);
        int begin = dom.indexOf(BEGIN);
        int end = dom.indexOf(END);
        assertThat(begin)
                .as("findings in " + dom.substring(Math.max(0, dom.length() - 2000)))
                .isNotNegative();
        return dom.substring(begin + BEGIN.length(), end).lines().toList();
    }

    private static void prepare(Path folder) throws IOException {
        try (InputStream script = AxeInChromium.class.getResourceAsStream(SCRIPT)) {
            Files.write(folder.resolve("axe.min.js"), script.readAllBytes());
        }
        for (String name : Themes.names()) {
            Theme theme = Themes.find(name).orElseThrow();
            for (String asset : Stream.of(theme.stylesheets(), theme.rightToLeft(), theme.scripts())
                    .flatMap(List::stream)
                    .toList()) {
                Files.write(folder.resolve(asset), Assets.find(asset).orElseThrow());
            }
        }
    }

    private static String run(Path folder, Path runner, boolean isDark) throws Exception {
        Path dom = folder.resolve("dom.html");
        Process process = new ProcessBuilder(
                        browser().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--blink-settings=preferredColorScheme=" + (isDark ? 0 : 1),
                        "--virtual-time-budget=600000",
                        "--timeout=120000",
                        "--dump-dom",
                        runner.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean hasEnded = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(hasEnded).as("Chromium ended within " + SECONDS + " s").isTrue();
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit < ' ' || unit == '"' || unit == '\\' || unit == '<') {
                json.append("\\u%04x".formatted(unit));
            } else {
                json.append((char) unit);
            }
        });
        return json.append('"').toString();
    }
}
