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
import dev.platen.transport.LogKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final String REQUEST_ID = "x-request-id";
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
        settings(spans).forEach(System::setProperty);
        running = RunningCluster.start(directory);
    }

    @AfterAll
    static void stop() {
        running.close();
        settings(spans).keySet().forEach(System::clearProperty);
        spans.close();
    }

    private static Map<String, String> settings(SpanReceiver receiver) {
        return Map.of(
                "platen.tracing.endpoint", receiver.endpoint(),
                "platen.tracing.ratio", "0",
                "platen.tracing.trust-callers", "true",
                "platen.log.format", "json",
                "quarkus.log.category.\"dev.platen\".level", "DEBUG");
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
                    .contains("l1 schemas", "l1 pages", "l2 pages", "l1 plans", "l2 plans");
        });
        assertThat(spans.holds(SECRET)).isFalse();
        assertThat(spans.holds("/v1/schemas/:name")).isTrue();
    }

    private static String traceparent(String trace) {
        return "00-%s-%s-01".formatted(trace, CALLER);
    }

    /** Each was begun within the one before, the first within that of the caller; where a plan was lost, others lie between. */
    private static void assertPath(String trace, String... path) {
        Map<String, SpanReceiver.Received> all = spans.ofTrace(trace).stream()
                .collect(Collectors.toMap(SpanReceiver.Received::span, Function.identity(), (first, _) -> first));
        Set<String> around = Set.of(CALLER);
        for (String step : path) {
            Set<String> outer = around;
            around = all.values().stream()
                    .filter(span -> step.equals(span.service() + " " + span.name()))
                    .filter(span -> isWithin(span, outer, all))
                    .map(SpanReceiver.Received::span)
                    .collect(Collectors.toSet());
            assertThat(around)
                    .as("%s within %s in %s", step, outer, all.values())
                    .isNotEmpty();
        }
    }

    private static boolean isWithin(
            SpanReceiver.Received span, Set<String> outer, Map<String, SpanReceiver.Received> all) {
        SpanReceiver.Received parent = all.get(span.parent());
        return outer.contains(span.parent()) || (parent != null && isWithin(parent, outer, all));
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
    void shouldNameTheRequestInEveryLogAndTellNothingOfItsData() {
        // Given
        byte[] broken = "{\"%s".formatted(SECRET).getBytes(UTF_8);
        byte[] wrong = "{\"n\": \"%s\"}".formatted(SECRET).getBytes(UTF_8);
        byte[] schema = "{\"properties\": {\"n\": {\"type\": \"integer\"}}}".getBytes(UTF_8);

        // When
        HttpResponse<byte[]> refused = running.client().put("/v1/schemas/broken", broken, REQUEST_ID, "of-a-client-1");
        running.client().put("/v1/schemas/logged", schema, REQUEST_ID, "of-a-client-2");
        running.client().post("/v1/schemas/logged/submissions", wrong, REQUEST_ID, "of-a-client-3");
        HttpResponse<byte[]> hostile = running.client().get("/v1/schemas", REQUEST_ID, "Not one; " + SECRET);

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue(REQUEST_ID)).hasValue("of-a-client-1");
        assertThat(hostile.headers().firstValue(REQUEST_ID))
                .hasValueSatisfying(id -> assertThat(id).matches("[a-z0-9-]+"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(LogFile.of(running.member("gateway")).requests()).contains("of-a-client-1");
            assertThat(LogFile.of(running.member("compiler")).requests()).contains("of-a-client-1", "of-a-client-2");
        });
        assertThat(running.cluster().members())
                .allSatisfy(member -> assertThat(LogFile.of(member).text()).doesNotContain(SECRET));
        assertThat(running.cluster().members())
                .flatExtracting(member -> LogFile.of(member).keys())
                .isSubsetOf(Stream.of(LogKey.values()).map(LogKey::label).toList());
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
