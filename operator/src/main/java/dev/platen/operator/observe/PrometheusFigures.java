package dev.platen.operator.observe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.platen.contract.flow.WorkerTier;
import io.fabric8.kubernetes.api.model.Pod;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Prometheus for what it has scraped of the pods, by one query of its
 * <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">HTTP API</a>. Its series carry the labels
 * {@code namespace} and {@code pod}, as those of a PodMonitor do. What is older than figures may be counts as not shown: the
 * query asks for samples of that time, since the value of an instant may be five minutes old. Thread-safe.
 */
public final class PrometheusFigures implements PodFigures {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PodScraper scraper = new PodScraper();
    private final URI prometheus;
    private final Duration freshness;

    /**
     * Asks this server.
     *
     * @param prometheus its address, below which its API is, such as {@code http://prometheus.monitoring:9090}
     * @param freshness age from which figures count as missing
     */
    public PrometheusFigures(URI prometheus, Duration freshness) {
        this.prometheus = prometheus;
        this.freshness = freshness;
    }

    @Override
    public Map<String, WorkerReading> read(String namespace, List<Pod> pods, int port, WorkerTier tier)
            throws InterruptedException {
        List<String> names =
                pods.stream().map(pod -> pod.getMetadata().getName()).toList();
        if (names.isEmpty()) {
            return Map.of();
        }
        return switch (scraper.fetch(query(namespace, names))) {
            case PodScraper.Page.Text answer -> readings(answer.text(), names, tier);
            case PodScraper.Page.None none -> silent(names, "Prometheus: " + none.reason());
        };
    }

    private URI query(String namespace, List<String> names) {
        String query = "{__name__=~\"%s\",namespace=\"%s\",pod=~\"%s\"}[%ds]"
                .formatted(
                        String.join("|", MetricsText.NAMES), namespace, String.join("|", names), freshness.toSeconds());
        String base = prometheus.toString().replaceAll("/+$", "");
        return URI.create(base + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static Map<String, WorkerReading> readings(String answer, List<String> names, WorkerTier tier) {
        Map<String, StringBuilder> pages = new HashMap<>();
        try {
            for (JsonNode series : JSON.readTree(answer).at("/data/result")) {
                String pod = series.at("/metric/pod").asText();
                pages.computeIfAbsent(pod, _ -> new StringBuilder()).append(line(series));
            }
        } catch (JsonProcessingException noJson) {
            return silent(names, "Prometheus answered with something else than JSON");
        }
        return names.stream().collect(Collectors.toMap(name -> name, name -> reading(pages.get(name), tier)));
    }

    private static WorkerReading reading(@Nullable StringBuilder page, WorkerTier tier) {
        return page == null
                ? new WorkerReading.Silent("Prometheus has no samples of it that are young enough")
                : MetricsText.read(page.toString(), tier);
    }

    /** The youngest sample of a series, as the pod has shown it. */
    private static String line(JsonNode series) {
        JsonNode samples = series.path("values");
        String value = samples.path(samples.size() - 1).path(1).asText("NaN");
        JsonNode labels = series.path("metric");
        String tier = labels.path(WorkerTier.TIER_TAG).asText();
        return "%s{%s=\"%s\"} %s%n".formatted(labels.path("__name__").asText(), WorkerTier.TIER_TAG, tier, value);
    }

    private static Map<String, WorkerReading> silent(List<String> names, String reason) {
        return names.stream().collect(Collectors.toMap(name -> name, _ -> new WorkerReading.Silent(reason)));
    }

    @Override
    public void close() {
        scraper.close();
    }
}
