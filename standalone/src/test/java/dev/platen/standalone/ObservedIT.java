package dev.platen.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.platen.helm.dashboard.Dashboard;
import dev.platen.helm.live.Drawn;
import dev.platen.helm.live.Prometheus;
import dev.platen.standalone.cluster.Member;
import dev.platen.testkit.Client;
import dev.platen.testkit.Document;
import dev.platen.testkit.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the services let people see of them: metrics that are described, and that nobody outside can make more of. */
class ObservedIT {
    private static final int HOSTILE = 150;

    /** A few more kinds of answers may be given for the first time. */
    private static final int FIRST_OF_THEIR_KIND = 40;

    private static final String TRACEPARENT = "traceparent";
    private static final String CALLER = "b7ad6b7169203331";

    /** A name of a field and thereby of a value: nothing of it is in spans. */
    private static final String SECRET = "diagnosis";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(3);

    /** So long the load lasts where drawings are made of it. */
    private static final Duration DRAWN = Duration.ofSeconds(75);

    @TempDir
    private static Path directory;

    private static RunningCluster running;

    private static SpanReceiver spans;

    @BeforeAll
    static void start() throws IOException {
        spans = new SpanReceiver();
        System.setProperty("platen.tracing.endpoint", spans.endpoint());
        System.setProperty("platen.tracing.ratio", "0");
        System.setProperty("platen.tracing.trust-callers", "true");
        running = RunningCluster.start(directory);
    }

    @AfterAll
    static void stop() {
        running.close();
        List.of("endpoint", "ratio", "trust-callers").forEach(name -> System.clearProperty("platen.tracing." + name));
        spans.close();
    }

    /** A page that was never rendered, of a schema that was never compiled: every room of the house is entered. */
    @Test
    void shouldShowOneTraceFromHttpOverKafkaToTheWorkersAndBack() {
        // Given
        String stored = "0af7651916cd43dd8448eb211c80319c";
        String rendered = "1bf7651916cd43dd8448eb211c80319d";
        String page = "/v1/schemas/traced/render";

        // When
        running.client()
                .put(
                        "/v1/schemas/traced",
                        "{\"properties\": {\"%s\": {\"type\": \"string\"}}}"
                                .formatted(SECRET)
                                .getBytes(UTF_8),
                        TRACEPARENT,
                        traceparent(stored));
        running.client()
                .post(
                        page,
                        "{\"data\": {\"%s\": \"b\"}}".formatted(SECRET).getBytes(UTF_8),
                        TRACEPARENT,
                        traceparent(rendered));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertPath(
                    stored,
                    "gateway PUT /v1/schemas/:name",
                    "gateway ask workers",
                    "compiler-service process platen.compile",
                    "compiler-service compile",
                    "compiler-service parse");
            assertPath(
                    rendered,
                    "gateway POST " + page.replace("traced", ":name"),
                    "gateway ask workers",
                    "render-service process platen.render",
                    "render-service render");
            assertThat(spans.ofTrace(rendered))
                    .extracting(SpanReceiver.Received::name)
                    .contains("l1 schemas", "l2 schemas", "l1 pages", "l2 pages", "l1 plans", "l2 plans");
        });
        assertThat(spans.holds(SECRET)).isFalse();
        assertThat(spans.holds("/v1/schemas/:name")).isTrue();
    }

    private static String traceparent(String trace) {
        return "00-%s-%s-01".formatted(trace, CALLER);
    }

    /** Each is the parent of the next, and the caller's span is that of the first. */
    private static void assertPath(String trace, String... path) {
        List<SpanReceiver.Received> all = spans.ofTrace(trace);
        String parent = CALLER;
        for (String step : path) {
            String within = parent;
            parent = all.stream()
                    .filter(span -> span.parent().equals(within))
                    .filter(span -> step.equals(span.service() + " " + span.name()))
                    .map(SpanReceiver.Received::span)
                    .findFirst()
                    .orElse("");
            assertThat(parent).as("%s within %s in %s", step, within, all).isNotEmpty();
        }
    }

    @Test
    void shouldNotTraceWhatTheCallerDoesNotWantTraced() {
        // Given
        String unwanted = "2cf7651916cd43dd8448eb211c80319e";
        String wanted = "3df7651916cd43dd8448eb211c80319e";

        // When
        running.client().get("/v1/schemas", TRACEPARENT, traceparent(unwanted).replace("-01", "-00"));
        running.client().get("/v1/schemas", TRACEPARENT, "00-" + "f".repeat(4_000));
        running.client().get("/v1/schemas", TRACEPARENT, traceparent(wanted));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(spans.ofTrace(wanted)).isNotEmpty());
        assertThat(spans.ofTrace(unwanted)).isEmpty();
    }

    @Test
    void shouldDescribeEveryMetric() {
        // Given
        List<String> expositions = running.cluster().members().stream()
                .filter(member -> !member.name().startsWith("broker"))
                .map(ObservedIT::metrics)
                .toList();

        // When
        String table = Metrics.of(expositions).table("platen_");

        // Then
        assertThat(Document.part("docs/metrics.md", "services", table)).isEqualTo(table);
    }

    @Test
    void shouldMakeNoSeriesOfWhatSomebodySends() throws IOException {
        // Given
        long before = gatewaySeries();

        // When
        for (int i = 0; i < HOSTILE; i++) {
            send("GET /v1/schemas/made-up-%d/render?locale=x%d HTTP/1.1".formatted(i, i));
            send("MADEUP%d /v1/schemas HTTP/1.1".formatted(i));
            send("GET /nowhere/%d/at/all HTTP/1.1".formatted(i));
        }

        // Then
        assertThat(gatewaySeries() - before).isLessThan(FIRST_OF_THEIR_KIND);
    }

    private static void send(String requestLine) throws IOException {
        String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), running.member("gateway").port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    private static long gatewaySeries() {
        return metrics(running.member("gateway"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .count();
    }

    /** Those of the operator are looked at where it runs, in its own tests. */
    @Test
    void shouldHaveDataForEveryPanelUnderLoad() throws IOException {
        // Given
        Prometheus prometheus = Prometheus.start(directory, ports()).orElse(null);
        assumeTrue(prometheus != null, "Prometheus is neither installed nor can Debian's package of it be had");

        // When
        try (prometheus;
                Load _ = new Load(running.client(), 0);
                Visitors _ = new Visitors(running.client())) {

            // Then
            await().atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .untilAsserted(() -> assertThat(withoutData(prometheus)).isEmpty());
            Drawn.where(dashboards(), prometheus, dashboard -> !isOfOperator(dashboard), DRAWN);
        }
    }

    private static Map<String, List<Integer>> ports() {
        Map<String, List<Integer>> ports = new TreeMap<>();
        running.cluster().members().stream()
                .filter(member -> !member.name().startsWith("broker"))
                .forEach(member -> ports.computeIfAbsent(
                                member.name().replaceFirst("-\\d+$", ""), _ -> new ArrayList<>())
                        .add(member.port()));
        return ports;
    }

    private static List<Dashboard> dashboards() throws IOException {
        return Drawn.dashboards();
    }

    private static boolean isOfOperator(Dashboard dashboard) {
        return dashboard.model().path("uid").asText().equals("platen-autoscaler");
    }

    private static List<String> withoutData(Prometheus prometheus) throws IOException {
        List<String> found = new ArrayList<>();
        for (Dashboard dashboard : dashboards()) {
            dashboard.expressions().stream()
                    .filter(expression -> !expression.contains("platen_operator_"))
                    .filter(expression -> prometheus.history(expression).stream()
                            .allMatch(series -> series.points().isEmpty()))
                    .forEach(expression ->
                            found.add(dashboard.model().path("uid").asText() + ": " + expression));
        }
        return found;
    }

    private static String metrics(Member member) {
        try (Client client = new Client(member.port())) {
            return Client.text(client.get("/q/metrics"));
        }
    }
}
