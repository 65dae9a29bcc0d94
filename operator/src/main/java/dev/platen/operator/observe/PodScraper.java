package dev.platen.operator.observe;

import dev.platen.contract.flow.WorkerTier;
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

    /** Asks {@code address} for the figures of a tier. */
    WorkerReading scrape(URI address, WorkerTier tier) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "text/plain;version=0.0.4")
                .build();
        try {
            HttpResponse<String> answer =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
            return answer.statusCode() == 200
                    ? MetricsText.read(answer.body(), tier)
                    : new WorkerReading.Silent("it answered with status " + answer.statusCode());
        } catch (IOException e) {
            return new WorkerReading.Silent(String.valueOf(e));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
