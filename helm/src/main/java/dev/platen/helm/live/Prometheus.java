package dev.platen.helm.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.platen.broker.Ports;
import dev.platen.testkit.Client;
import dev.platen.testkit.Debian;
import dev.platen.testkit.Termination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prometheus as a process on loopback, which asks services on this machine every second. Thread-safe. */
public final class Prometheus implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final int port;
    private final Client client;
    private final Instant started = Instant.now();

    private Prometheus(Process process, int port) {
        this.process = process;
        this.port = port;
        this.client = new Client(port);
    }

    /**
     * Somebody to ask, as a PodMonitor of the chart tells of it.
     *
     * @param job component that it is
     * @param pod its name
     * @param address {@code host:port}
     */
    public record Target(String job, String pod, String address) {}

    /**
     * Starts it, if it is installed or Debian's package of it can be had.
     *
     * @param folder for its data and its log
     * @param ports of the services on this machine, by the job that they are
     */
    public static Optional<Prometheus> start(Path folder, Map<String, List<Integer>> ports) {
        List<Target> targets = new ArrayList<>();
        new TreeMap<>(ports)
                .forEach((job, own) -> own.forEach(port ->
                        targets.add(new Target(job, job + "-" + targets.size(), "127.0.0.1:%d".formatted(port)))));
        return start(folder, targets);
    }

    /** The same, for targets that have names. */
    public static Optional<Prometheus> start(Path folder, List<Target> targets) {
        return Debian.program("prometheus", List.of("prometheus")).map(program -> start(program, folder, targets));
    }

    private static Prometheus start(Path program, Path folder, List<Target> targets) {
        try {
            Path settings = Files.writeString(folder.resolve("prometheus.yml"), settings(targets));
            int port = Ports.free();
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--config.file=" + settings,
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("prometheus.log").toFile())
                    .start();
            return new Prometheus(process, port);
        } catch (IOException cannotStart) {
            throw new UncheckedIOException("Prometheus cannot be started", cannotStart);
        }
    }

    private static String settings(List<Target> targets) {
        StringBuilder settings =
                new StringBuilder("global: {scrape_interval: 1s, scrape_timeout: 1s}\nscrape_configs:\n");
        targets.stream()
                .collect(Collectors.groupingBy(Target::job, TreeMap::new, Collectors.toList()))
                .forEach((job, own) -> {
                    settings.append("""
                  - job_name: %s
                    metrics_path: /q/metrics
                    static_configs:
                """.formatted(job));
                    own.forEach(target -> settings.append("""
                      - targets: ['%s']
                        labels: {namespace: platen, pod: '%s'}
                """.formatted(target.address(), target.pod())));
                });
        return settings.toString();
    }

    /** Its address, below which its API is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** When it was started. */
    public Instant started() {
        return started;
    }

    /**
     * What an expression of a dashboard gave from its start until now, one point a second.
     *
     * @throws UncheckedIOException as long as it does not answer
     * @throws IllegalArgumentException where it does not take the expression
     */
    public List<Series> history(String expression) {
        String plain = expression.replace("$__rate_interval", "10s").replaceAll("\"\\$\\w+\"", "\".*\"");
        JsonNode answer = ask("/api/v1/query_range?query=%s&start=%d&end=%d&step=1"
                .formatted(
                        URLEncoder.encode(plain, StandardCharsets.UTF_8),
                        started.getEpochSecond(),
                        Instant.now().getEpochSecond()));
        if (!answer.path("status").asText().equals("success")) {
            throw new IllegalArgumentException(
                    "%s: %s".formatted(plain, answer.path("error").asText()));
        }
        List<Series> found = new ArrayList<>();
        answer.at("/data/result").forEach(series -> found.add(read(series)));
        return found;
    }

    private JsonNode ask(String path) {
        try {
            return JSON.readTree(client.get(path).body());
        } catch (IOException malformed) {
            throw new UncheckedIOException("Prometheus answered " + path + " with no JSON", malformed);
        }
    }

    private static Series read(JsonNode series) {
        Map<String, String> labels = new TreeMap<>();
        series.path("metric")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        TreeMap<Long, Double> points = new TreeMap<>();
        series.path("values").forEach(point -> {
            double value = number(point.path(1).asText());
            if (Double.isFinite(value)) {
                points.put(point.path(0).asLong(), value);
            }
        });
        return new Series(labels, points);
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf", "-Inf", "NaN" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    @Override
    public void close() {
        client.close();
        Termination.of(process, STOP_PATIENCE);
    }
}
