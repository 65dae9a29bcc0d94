package dev.platen.operator.observe;

import dev.platen.contract.flow.WorkerTier;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Fetches the metrics of a pod: two seconds and four megabytes at most, no redirects. Thread-safe. */
final class PodScraper implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** The page of a pod, or why there is none. */
    sealed interface Page {
        /** What it showed. */
        record Text(String text) implements Page {}

        /** Nothing. */
        record None(String reason) implements Page {}
    }

    /** Where a pod shows its metrics. */
    static URI address(Pod pod, int port) {
        String host = pod.getStatus().getPodIP();
        String authority = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://%s:%d/q/metrics".formatted(authority, port));
    }

    /** Asks {@code address} for the figures of a tier. */
    WorkerReading scrape(URI address, WorkerTier tier) throws InterruptedException {
        return switch (fetch(address)) {
            case Page.Text page -> MetricsText.read(page.text(), tier);
            case Page.None none -> new WorkerReading.Silent(none.reason());
        };
    }

    Page fetch(URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "text/plain;version=0.0.4")
                .build();
        try {
            HttpResponse<String> answer =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
            return answer.statusCode() == 200
                    ? new Page.Text(answer.body())
                    : new Page.None("it answered with status " + answer.statusCode());
        } catch (IOException e) {
            return new Page.None(String.valueOf(e));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
