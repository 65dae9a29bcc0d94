package dev.platen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.platen.contract.plan.Plan;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms in a real browser do the same with and without scripts; with them, only what has changed is replaced. */
class BrowserTest {
    private static final Plan FORM = Pages.plan("""
            {"title": "Household", "type": "object", "properties": {
              "people": {"title": "People", "type": "array", "items": {
                "title": "Person", "type": "object", "properties": {"name": {"title": "Name", "type": "string"}}}},
              "pet": {"title": "Pet", "oneOf": [
                {"title": "Dog", "type": "object", "properties": {"breed": {"title": "Breed", "type": "string"}}},
                {"title": "Fish", "type": "object", "properties": {"litres": {"title": "Litres", "type": "number"}}}]}}}
            """);
    private static final Plan LATE = Pages.plan("""
            {"type": "page", "props": {"title": "P"}, "children": [
              {"type": "section", "id": "more", "lazy": true, "props": {"title": "More"}, "children": [
                {"type": "text", "props": {"text": "This came late."}}]}]}
            """);
    private static final Plan LONG = Pages.plan("""
            {"schema": {"title": "Names", "type": "array", "items": {"type": "string"}}, "data": [%s]}
            """.formatted(String.join(",", Collections.nCopies(250, "\"n\""))));
    private static final Plan FILES = Pages.plan("""
            {"title": "Files", "type": "object", "properties": {
              "name": {"title": "Name", "type": "string"},
              "list": {"title": "List", "type": "array", "items": {"type": "string"}},
              "samples": {"title": "Samples", "type": "array", "items": {"type": "string", "format": "data-url"}}}}
            """);
    private static final Plan DEPENDENT = Pages.plan("""
            {"title": "Trip", "type": "object", "properties": {
              "name": {"title": "Name", "type": "string"},
              "guests": {"title": "Guests", "type": "array", "items": {"type": "string"}}},
             "if": {"required": ["guests"]}, "then": {"properties": {"bus": {"title": "Bus", "type": "boolean"}}}}
            """);
    private static final String NAMES =
            "[...document.querySelectorAll('#root_samples__files bdi')].map(e => e.textContent).join(' ')";
    private static final String FOCUS = "document.activeElement.id";
    private static final String ROWS = "document.querySelectorAll('[id^=root_people_][id$=_name]').length";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldChangeTheForm(boolean areScriptsAllowed) throws Exception {
        assumeTrue(AxeInChromium.browser().isPresent(), "pages are tried where Chromium is on the path");
        try (TinyServer server = new TinyServer();
                Chromium browser = Chromium.start(folder)) {
            // Given
            browser.allowScripts(areScriptsAllowed);
            browser.open(server.add("form", FORM));
            browser.awaitValue(
                    "document.readyState + (document.getElementById('root_people__add') !== null)", "completetrue");
            browser.evaluate("window.isKept = 1");

            // When
            browser.press("root_people__add");
            browser.awaitValue(ROWS, "1");
            browser.awaitValue(FOCUS, areScriptsAllowed ? "root_people__add" : "root_people");
            browser.evaluate("document.getElementById('root_people_0_name').value = 'Ann'");
            browser.press("root_people__add");
            browser.awaitValue(ROWS, "2");
            String kept = browser.evaluate("document.getElementById('root_people_0_name').value");
            browser.press("root_people_0__down");
            browser.awaitValue("document.getElementById('root_people_1_name').value", "Ann");
            browser.press("root_people_1__remove");
            browser.awaitValue(ROWS, "1");
            browser.awaitValue(FOCUS, "root_people");
            browser.evaluate("document.getElementById('root_pet__oneof_select').value = '1'");
            if (areScriptsAllowed) {
                browser.evaluate("document.getElementById('root_pet__oneof_select')"
                        + ".dispatchEvent(new Event('change', {bubbles: true}))");
            } else {
                browser.press("root_pet__choose");
            }
            browser.awaitValue("document.getElementById('root_pet_litres') !== null", "true");

            // Then
            assertThat(kept).isEqualTo("Ann");
            assertThat(browser.evaluate("window.isKept")).isEqualTo(areScriptsAllowed ? "1" : "undefined");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldShowWhatDependsOnTheChange(boolean areScriptsAllowed) throws Exception {
        assumeTrue(AxeInChromium.browser().isPresent(), "pages are tried where Chromium is on the path");
        try (TinyServer server = new TinyServer();
                Chromium browser = Chromium.start(folder)) {
            // Given
            browser.allowScripts(areScriptsAllowed);
            browser.open(server.add("dependent", DEPENDENT));
            browser.awaitValue(
                    "document.readyState + (document.getElementById('root_guests__add') !== null)", "completetrue");
            browser.evaluate("window.isKept = 1");
            browser.evaluate("document.getElementById('root_name').value = 'Ann'");

            // When
            browser.press("root_guests__add");

            // Then
            browser.awaitValue("document.getElementById('root_bus') !== null", "true");
            browser.awaitValue(FOCUS, areScriptsAllowed ? "root_guests__add" : "root_guests");
            assertThat(browser.evaluate("document.getElementById('root_name').value"))
                    .isEqualTo("Ann");
            assertThat(browser.evaluate("window.isKept")).isEqualTo(areScriptsAllowed ? "1" : "undefined");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldLoadLate(boolean areScriptsAllowed) throws Exception {
        assumeTrue(AxeInChromium.browser().isPresent(), "pages are tried where Chromium is on the path");
        try (TinyServer server = new TinyServer();
                Chromium browser = Chromium.start(folder)) {
            // Given
            browser.allowScripts(areScriptsAllowed);
            URI address = server.add("late", LATE);

            // When
            browser.open(address);
            browser.awaitValue("document.getElementById('more-1') !== null", "true");
            if (!areScriptsAllowed) {
                browser.evaluate("document.querySelector('#more-1 a').click()");
            }

            // Then
            browser.awaitValue("document.body.innerText.includes('This came late.')", "true");
            assertThat(browser.evaluate("location.search.includes('open=')"))
                    .isEqualTo(String.valueOf(!areScriptsAllowed));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTurnPages(boolean areScriptsAllowed) throws Exception {
        assumeTrue(AxeInChromium.browser().isPresent(), "pages are tried where Chromium is on the path");
        try (TinyServer server = new TinyServer();
                Chromium browser = Chromium.start(folder)) {
            // Given
            browser.allowScripts(areScriptsAllowed);
            browser.open(server.add("long", LONG));

            // When
            browser.press("root__next");
            browser.awaitValue("document.getElementById('root_100') !== null", "true");
            browser.evaluate("document.getElementById('root_150').value = 'changed'");
            browser.press("root__page_2");
            browser.awaitValue("document.getElementById('root_249') !== null", "true");
            browser.press("root__previous");
            browser.awaitValue("document.getElementById('root_150')?.value", "changed");

            // Then
            browser.awaitValue("document.querySelectorAll('[id^=root_][type=text]').length", "100");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldSendFiles(boolean areScriptsAllowed) throws Exception {
        assumeTrue(AxeInChromium.browser().isPresent(), "pages are tried where Chromium is on the path");
        try (TinyServer server = new TinyServer();
                Chromium browser = Chromium.start(folder)) {
            // Given
            browser.allowScripts(areScriptsAllowed);
            browser.open(server.add("files", FILES));
            browser.awaitValue("document.readyState + (document.getElementById('root_name') !== null)", "completetrue");
            choose(browser, "a \"b\" ü.txt", "abc");

            // When
            if (areScriptsAllowed) {
                browser.press("root_list__add"); // sends the file along, and shows nothing of it
                browser.awaitValue("document.getElementById('root_list_0') !== null", "true");
                browser.awaitValue(FOCUS, "root_list__add");
            }
            browser.evaluate("document.querySelector('form').submit()");
            browser.awaitValue(NAMES, "a \"b\" ü.txt 3 B");
            choose(browser, "c.txt", "x".repeat(100));
            browser.press("root_samples_0__clear");

            // Then
            browser.awaitValue(NAMES, "c.txt 100 B");
            browser.awaitValue(FOCUS, areScriptsAllowed ? "root_samples_0__clear" : "root_samples__files");
            browser.press("root_samples_0__clear");
            browser.awaitValue(NAMES, "");
            browser.awaitValue(FOCUS, "root_samples__files");
        }
    }

    /** What choosing a file does, which no script of a page may do unasked. */
    private static void choose(Chromium browser, String name, String content) {
        browser.evaluate(
                "(input => { const chosen = new DataTransfer(); chosen.items.add(new File(['" + content + "'], '"
                        + name + "', {type: 'text/plain'})); input.files = chosen.files; })"
                        + "(document.getElementById('root_samples'))");
    }
}
