package dev.platen.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser that the machine has, with a context of its own for each kind of reader. For one thread. */
final class Browsers implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final double SOON_MILLIS = 60_000;
    private static final double PATIENCE_MILLIS = 30_000;
    private static final String AXE = read("/axe.min.js");

    private final Playwright playwright;
    private final Browser browser;
    private final String base;
    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Browsers(Path program, String base) {
        this.base = base;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    /** Starts the browser, or has the tests skipped where there is none. */
    static Browsers startOrSkip(String base) {
        Optional<Path> program = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "the console is tested where chromium or google-chrome is on the path");
        return new Browsers(program.get(), base);
    }

    /** For what the instances report now and then. */
    static ContainsTextOptions soon() {
        return new ContainsTextOptions().setTimeout(SOON_MILLIS);
    }

    /** The same for a number of elements. */
    static HasCountOptions soonCounted() {
        return new HasCountOptions().setTimeout(SOON_MILLIS);
    }

    /** A page as most people see it. */
    Page page(String address) {
        return page(address, new NewContextOptions());
    }

    /** A page in a browser that runs no scripts. */
    Page withoutScripts(String address) {
        return page(address, new NewContextOptions().setJavaScriptEnabled(false));
    }

    /** A page in a context of its own. */
    Page page(String address, NewContextOptions options) {
        Page page = context(options).newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(base + address);
        return page;
    }

    private BrowserContext context(NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.onConsoleMessage(message -> {
            boolean isExpected = message.text().contains("frame is sandboxed")
                    || message.location().contains("favicon");
            if (message.type().equals("error") && !isExpected) {
                complaints.add(message.text());
            }
        });
        open.add(context);
        return context;
    }

    /** What axe-core finds in a page; without scripts, ours does not arrive. */
    List<String> violations(String address, boolean isDark, boolean isScripted) {
        BrowserContext context =
                context(new NewContextOptions().setColorScheme(isDark ? ColorScheme.DARK : ColorScheme.LIGHT));
        if (!isScripted) {
            context.route("**/console.js", route -> route.fulfill(new Route.FulfillOptions().setBody("")));
        }
        Page page = context.newPage();
        page.navigate(base + address);
        if (isScripted && page.locator(".console-bench").count() > 0) {
            page.locator(".CodeMirror").nth(2).waitFor();
        }
        page.evaluate(AXE);
        Object found = page.evaluate("""
                async () => (await axe.run(document, {iframes: false})).violations.flatMap(violation =>
                  violation.nodes.map(node => violation.id + " at " + node.target + ": " + node.failureSummary))""");
        context.close();
        return found instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of("no answer");
    }

    /** Writes a picture of a page into the documents. */
    void picture(String address, String name, int width, int height, boolean isDark) {
        Page page = page(
                address,
                new NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(isDark ? ColorScheme.DARK : ColorScheme.LIGHT));
        if (page.locator(".console-bench").count() > 0) {
            page.locator(".CodeMirror").nth(2).waitFor();
            page.frameLocator("iframe.console-frame").locator("form").waitFor();
        }
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Home.path().resolve("docs").resolve(name + ".png")));
    }

    /** What the browser complained about since it was asked last, and closes what was open. */
    List<String> complaints() {
        open.forEach(BrowserContext::close);
        open.clear();
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    private static String read(String resource) {
        try (InputStream stream = Browsers.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("axe-core cannot be read", failure);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
