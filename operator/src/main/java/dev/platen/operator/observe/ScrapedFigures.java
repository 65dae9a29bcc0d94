package dev.platen.operator.observe;

import dev.platen.contract.flow.WorkerTier;
import io.fabric8.kubernetes.api.model.Pod;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks every pod for its metrics. Thread-safe. */
public final class ScrapedFigures implements PodFigures {
    private static final int POD_READERS = 64;
    private static final long PATIENCE_SECONDS = 10;

    private final PodScraper scraper = new PodScraper();
    private final ExecutorService readers = Executors.newFixedThreadPool(
            POD_READERS, Thread.ofVirtual().name("pod-reader-", 0).factory());

    @Override
    public Map<String, WorkerReading> read(String namespace, List<Pod> pods, int port, WorkerTier tier)
            throws InterruptedException {
        List<Callable<WorkerReading>> questions = new ArrayList<>();
        for (Pod pod : pods) {
            URI address = PodScraper.address(pod, port);
            questions.add(() -> scraper.scrape(address, tier));
        }
        List<Future<WorkerReading>> answers = readers.invokeAll(questions, PATIENCE_SECONDS, TimeUnit.SECONDS);
        Map<String, WorkerReading> readings = new HashMap<>();
        for (int index = 0; index < pods.size(); index++) {
            readings.put(pods.get(index).getMetadata().getName(), answer(answers.get(index)));
        }
        return readings;
    }

    private static WorkerReading answer(Future<WorkerReading> reading) throws InterruptedException {
        try {
            return reading.get();
        } catch (CancellationException e) {
            return new WorkerReading.Silent("no answer within %d s".formatted(PATIENCE_SECONDS));
        } catch (ExecutionException e) {
            return new WorkerReading.Silent(String.valueOf(e.getCause()));
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
        scraper.close();
    }
}
