package dev.platen.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.platen.contract.flow.Notice.PoolDecision;
import dev.platen.contract.topic.Topic;
import dev.platen.testkit.Client;
import dev.platen.testkit.Home;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.Publisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console as people use it, with scripts and without, in a real browser; skipped where there is none. */
@ExtendWith(RunningUp.class)
class ConsoleIT {
    private static final String NICKNAME = """
            {"type": "object", "title": "Who", "properties": {"nick": {"type": "string", "title": "Nickname"}}}""";
    private static final String BROKEN = """
            {
              "type": "object",
              "properties": {"nick": {"$ref": "#/nowhere"}}
            }""";
    private static final String ADDRESS =
            "{\"title\": \"Address\", \"properties\": {\"street\": {\"type\": \"string\"}}}";
    private static final String PERSON = """
            {"title": "Person", "properties": {"name": {"type": "string"}, "age": {"type": "number"},
              "home": {"$ref": "console-address"}}}""";
    private static final String STRICTER_PERSON = """
            {"title": "Person", "required": ["email"], "properties": {"name": {"type": "string", "maxLength": 40},
              "email": {"type": "string", "format": "email"}, "home": {"$ref": "console-address"}}}""";

    private static Browsers browsers;

    private final Client client = RunningUp.client();

    @BeforeAll
    static void start() {
        browsers = Browsers.startOrSkip("http://127.0.0.1:" + RunningUp.port());
    }

    @AfterAll
    static void stop() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @AfterEach
    void shouldHaveBrokenNoRuleOfTheBrowser() {
        assertThat(browsers.complaints()).isEmpty();
    }

    private static void write(Page page, int editor, String text) {
        Locator lines = page.locator(".CodeMirror").nth(editor);
        lines.click();
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
        page.keyboard().insertText(text);
    }

    private static Locator tab(Page page, String title) {
        return page.locator("#result summary").filter(new Locator.FilterOptions().setHasText(title));
    }

    private void store(String name, String document) {
        client.put("/v1/schemas/" + name, document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldShowThePageWhileItIsWritten() {
        // Given
        Page page = browsers.page("/");
        assertThat(page.locator(".CodeMirror")).hasCount(3);

        // When
        write(page, 0, NICKNAME);
        write(page, 1, "{\"nick\": {\"ui:help\": \"As friends call you\"}}");
        write(page, 2, "{\"nick\": 42}");

        // Then
        assertThat(page.frameLocator("iframe.console-frame").getByLabel("Nickname"))
                .isVisible();
        assertThat(page.frameLocator("iframe.console-frame").getByText("As friends call you"))
                .isVisible();
        tab(page, "Validation").click();
        assertThat(page.locator("#result")).containsText("/nick");
        tab(page, "HTML").click();
        assertThat(page.locator("#result .console-source:visible")).containsText("name=\"root_nick\"");
        tab(page, "Plan").click();
        assertThat(page.locator("#result .console-source:visible")).containsText("certificate");
        tab(page, "Cost").click();
        assertThat(page.locator("#result")).containsText("json-schema");
    }

    @Test
    void shouldMarkWhatIsWrongWhereItWasWritten() {
        // Given
        Page page = browsers.page("/console/");
        assertThat(page.locator(".CodeMirror")).hasCount(3);

        // When
        write(page, 0, BROKEN);

        // Then
        assertThat(page.locator(".console-findings")).containsText("document 3:");
        assertThat(page.locator(".CodeMirror-lint-marker-error")).isVisible();
        page.locator(".console-place").first().click();
        assertThat(page.locator(".CodeMirror-focused")).hasCount(1);
        assertThat(page.getByRole(AriaRole.STATUS).last()).containsText("Not rendered");
    }

    @Test
    void shouldCompleteWords() {
        // Given
        Page page = browsers.page("/console/");
        assertThat(page.locator(".CodeMirror")).hasCount(3);
        write(page, 0, "{\"type\": ");

        // When
        page.keyboard().type("\"hea");

        // Then
        page.keyboard().press("Control+Space");
        assertThat(page.locator(".CodeMirror-hints")).containsText("heading");
        page.keyboard().press("Enter");
        assertThat(page.locator(".CodeMirror").first()).containsText("\"heading\"");
    }

    @Test
    void shouldCarryWhatWasWrittenInALink() {
        // Given
        Page page = browsers.page("/console/?example=survey");
        assertThat(page.locator(".CodeMirror")).hasCount(3);
        write(page, 0, NICKNAME);
        write(page, 1, "");
        write(page, 2, "");
        assertThat(page.frameLocator("iframe.console-frame").getByLabel("Nickname"))
                .isVisible();
        assertThat(page.locator(".console-link")).hasAttribute("href", Pattern.compile("/console/#d=.+"));

        // When
        Page other = browsers.page(page.locator(".console-link").getAttribute("href"));

        // Then
        assertThat(other.locator(".CodeMirror").first()).containsText("Nickname");
        assertThat(other.frameLocator("iframe.console-frame").getByLabel("Nickname"))
                .isVisible();
    }

    @Test
    void shouldStoreADocument() {
        // Given
        Page page = browsers.page("/console/?example=feedback");
        assertThat(page.locator(".CodeMirror")).hasCount(3);

        // When
        page.getByLabel("Name to store it under").fill("console-feedback");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Store"))
                .click();

        // Then
        assertThat(page.locator("#result")).containsText("It is stored as console-feedback.");
        assertThat(client.get("/v1/schemas/console-feedback").statusCode()).isEqualTo(200);
        page.getByLabel("Name to store it under").fill("Not A Name");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Store"))
                .click();
        assertThat(page.locator("#result")).containsText("Give it a name");
    }

    @Test
    void shouldWorkWithoutScripts() {
        // Given
        Page page = browsers.withoutScripts("/console/?example=event");
        assertThat(page.locator("#result")).containsText("Open the page alone");

        // When
        page.getByLabel("Schema").fill(NICKNAME);
        page.getByLabel("Theme").selectOption("bootstrap");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Render"))
                .click();

        // Then
        assertThat(page.getByLabel("Schema")).hasValue(NICKNAME);
        page.getByText("Open the page alone").click();
        assertThat(page.getByLabel("Nickname")).isVisible();
        assertThat(page.locator("link[href*=bootstrap]").first()).isAttached();
    }

    @Test
    void shouldShowVersionsAndWhatDataMayBreak() {
        // Given
        store("console-address", ADDRESS);
        store("console-person", PERSON);
        store("console-person", STRICTER_PERSON);
        Page page = browsers.withoutScripts("/console/schemas/");
        assertThat(page.getByAltText(Pattern.compile("A drawing of the schemas")))
                .isVisible();

        // When
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("console-person").setExact(true))
                .first()
                .click();

        // Then
        assertThat(page.locator("body")).containsText("Data that obeyed the older version may be refused.");
        assertThat(page.locator("body")).containsText("it is new, and data without it is refused");
        assertThat(page.locator("body")).containsText("more than 40 is refused");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("console-address")))
                .isVisible();
        page.getByText("Try it with data").click();
        assertThat(page.getByLabel("Schema")).hasValue(Pattern.compile("maxLength"));
    }

    @Test
    void shouldShowTheFleetAsItIs() {
        // Given
        Page page = browsers.page("/console/fleet/");

        // When / Then
        assertThat(page.locator("#live")).containsText("Requests a second", Browsers.soon());
        assertThat(page.locator("#live")).containsText("render-batch", Browsers.soon());
        assertThat(page.locator("#live .p-chart")).hasCount(4, Browsers.soonCounted());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause"))
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on")))
                .isVisible();
    }

    @Test
    void shouldTellWhatTheOperatorDecided() {
        // Given
        PoolDecision decision = new PoolDecision(
                "platen/render",
                "render",
                Instant.parse("2026-01-02T03:04:05.678Z"),
                false,
                2,
                4,
                "Latency",
                "fewer than 4 replicas would miss the <b>target</b>",
                "with 3 replicas the busiest pod would be 97 % busy");
        Page page = browsers.withoutScripts("/console/fleet/");

        // When
        try (Publisher operator = new Publisher(new KafkaClients(RunningUp.kafka(), Map.of()), "/platen/operator")) {
            operator.announce(decision).join();
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> Client.text(client.get("/v1/performance/decisions"))
                .contains("platen/render"));
        page.reload();

        // Then
        Locator row = page.locator("#live tr").filter(new Locator.FilterOptions().setHasText("platen/render"));
        assertThat(row).containsText("2026-01-02T03:04:05Z");
        assertThat(row).containsText("2 → 4");
        assertThat(row).containsText("only recommended");
        assertThat(row).containsText("fewer than 4 replicas would miss the <b>target</b>");
        assertThat(row).containsText("97 % busy");
    }

    @Test
    void shouldSendADeadLetterAgain() throws ExecutionException, InterruptedException {
        // Given
        String source;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaClients(RunningUp.kafka(), Map.of()).safeProducer()) {
            var sent = producer.send(new ProducerRecord<>(Topic.RENDER.topicName(), new byte[] {1}, new byte[] {2}))
                    .get();
            source = "%s-%d@%d".formatted(sent.topic(), sent.partition(), sent.offset());
        }
        Page page = browsers.withoutScripts("/console/fleet/");
        page.getByText("Look at them, and send them again.").click();
        Locator again = page.getByText("Send " + source + " again");
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            page.reload();
            return again.count() > 0;
        });

        // When
        again.click();

        // Then
        assertThat(page.locator("body")).containsText("1 sent to the workers again.");
    }

    /** Rewrites the pictures of the documents where {@code -Dplaten.goldens=write} is given; looks at nothing otherwise. */
    @Test
    void shouldBeShownInTheDocuments() {
        assumeThat(System.getProperty("platen.goldens")).isEqualTo("write");

        // Given
        store("console-address", ADDRESS);
        store("console-person", PERSON);
        store("console-person", STRICTER_PERSON);
        client.put("/v1/schemas/console-load", NICKNAME.getBytes(StandardCharsets.UTF_8));

        // When
        browsers.picture("/console/?example=checkout", "console-playground", 1440, 1000, false);
        browsers.picture("/console/?example=sign-up", "console-playground-phone", 390, 1400, true);
        browsers.picture("/console/schemas/", "console-schemas", 1200, 800, false);
        browsers.picture("/console/schemas/console-person/", "console-schema", 1200, 1400, false);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    byte[] data = "{\"data\": {\"nick\": \"%s\"}}"
                            .formatted(RandomGenerator.getDefault().nextInt(40))
                            .getBytes(StandardCharsets.UTF_8);
                    client.post("/v1/schemas/console-load/render", data);
                    assertThat(Client.text(client.get("/console/fleet/")).split("<circle", -1))
                            .hasSizeGreaterThan(60);
                });
        browsers.picture("/console/fleet/", "console-fleet", 1440, 1800, false);

        // Then
        assertThat(Home.path().resolve("docs/console-fleet.png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({
        "1280, false, false",
        "1280, false, true",
        "1280, true, false",
        "1280, true, true",
        "360, false, true",
        "360, true, true"
    })
    void shouldHaveNoViolations(int width, boolean isDark, boolean isScripted) {
        // Given
        store("console-address", ADDRESS);
        store("console-person", PERSON);
        store("console-person", STRICTER_PERSON);

        for (String address : List.of(
                "/console/",
                "/console/?example=dashboard",
                "/console/schemas/",
                "/console/schemas/console-person/",
                "/console/fleet/",
                "/console/fleet/dead-letters/",
                "/console/sign-in/")) {
            // When
            List<String> violations = browsers.violations(address, width, isDark, isScripted);

            // Then
            assertThat(violations).as(address).isEmpty();
        }
    }
}
