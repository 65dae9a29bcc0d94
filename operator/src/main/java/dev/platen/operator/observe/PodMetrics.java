package dev.platen.operator.observe;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fetches what several pods show of their metrics, all at the same time: seconds at most. Thread-safe. */
public final class PodMetrics implements AutoCloseable {
    private final PodScraper scraper = new PodScraper();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * The pages of those pods that have an address and answer, by their names.
     *
     * @param port at which every pod shows its metrics
     */
    public Map<String, String> pages(List<Pod> pods, int port) {
        Map<String, Future<PodScraper.Page>> questions = new HashMap<>();
        for (Pod pod : pods) {
            if (pod.getStatus() != null && pod.getStatus().getPodIP() != null) {
                questions.put(
                        pod.getMetadata().getName(),
                        readers.submit(() -> scraper.fetch(PodScraper.address(pod, port))));
            }
        }
        Map<String, String> pages = new HashMap<>();
        questions.forEach((name, question) -> {
            if (answer(question) instanceof PodScraper.Page.Text page) {
                pages.put(name, page.text());
            }
        });
        return pages;
    }

    private static PodScraper.Page answer(Future<PodScraper.Page> question) {
        try {
            return question.get();
        } catch (ExecutionException e) {
            return new PodScraper.Page.None(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PodScraper.Page.None("interrupted");
        }
    }

    /** The value of a series without labels; empty where the page has none. */
    public static OptionalDouble value(String page, String name) {
        return page.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(
                        line -> MetricsText.number(line.substring(name.length()).strip())
                                .orElse(Double.NaN))
                .filter(Double::isFinite)
                .findFirst();
    }

    @Override
    public void close() {
        readers.shutdownNow();
        scraper.close();
    }
}
