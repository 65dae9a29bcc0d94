package dev.platen.operator.observe;

import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.api.WorkerPoolSpec;
import dev.platen.operator.observe.TopicProbe.Reading;
import dev.platen.operator.observe.WorkerReading.Counters;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at pools, remembers the last minute of each and turns it into figures. Thread-safe, as long as no pool is looked
 * at twice at the same time. A look takes seconds at most, whatever the pods and the broker do, and never throws for them.
 */
public final class Observer implements AutoCloseable {
    private static final int POD_READERS = 64;
    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_TROUBLES = 5;

    private static final class Window {
        private final ArrivalWindow arrivals = new ArrivalWindow();
        private final WorkWindow work = new WorkWindow();
        private @Nullable Duration podStart;
    }

    private final Cluster cluster;
    private final TopicProbe topics;
    private final InstantSource clock;
    private final PodScraper scraper = new PodScraper();
    private final ExecutorService readers = Executors.newFixedThreadPool(
            POD_READERS, Thread.ofVirtual().name("pod-reader-", 0).factory());
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Map<String, Observation> latest = new ConcurrentHashMap<>();

    /**
     * Looks through these.
     *
     * @param cluster where the pods are
     * @param topics where the offsets are
     * @param clock the time of the samples
     */
    public Observer(Cluster cluster, TopicProbe topics, InstantSource clock) {
        this.cluster = cluster;
        this.topics = topics;
        this.clock = clock;
    }

    /** Looks at a pool and returns what is known of it now. */
    public Observation observe(WorkerPool pool) {
        Window window = windows.computeIfAbsent(key(pool), _ -> new Window());
        List<String> troubles = new ArrayList<>();
        lookAtTopic(pool.getSpec(), window, troubles);
        try {
            lookAtPods(pool, window, troubles);
        } catch (KubernetesClientException e) {
            troubles.add("the API server did not list the pods: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            troubles.add("interrupted");
        }
        Observation seen = new Observation(
                window.arrivals.backlog(),
                window.work.figures(),
                window.podStart,
                troubles.stream().limit(MOST_TROUBLES).toList());
        latest.put(key(pool), seen);
        return seen;
    }

    /** What the last look found. */
    public Observation latest(WorkerPool pool) {
        return latest.getOrDefault(key(pool), Observation.NOTHING);
    }

    /** Drops everything about a pool that is gone. */
    public void forget(WorkerPool pool) {
        windows.remove(key(pool));
        latest.remove(key(pool));
    }

    private void lookAtTopic(WorkerPoolSpec spec, Window window, List<String> troubles) {
        switch (topics.read(spec.topic(), spec.group())) {
            case Reading.Offsets offsets -> window.arrivals.add(clock.instant(), offsets.partitions());
            case Reading.Unreadable unreadable -> troubles.add(unreadable.reason());
        }
    }

    private void lookAtPods(WorkerPool pool, Window window, List<String> troubles) throws InterruptedException {
        List<Pod> pods = cluster.find(
                        pool.getMetadata().getNamespace(), pool.getSpec().target())
                .map(workload -> cluster.readyPods(pool.getMetadata().getNamespace(), workload.selector()))
                .orElse(List.of());
        Instant asked = clock.instant();
        window.podStart = PodStart.of(pods, asked);
        Map<String, Counters> answers = new HashMap<>();
        List<Future<WorkerReading>> readings =
                readers.invokeAll(questions(pods, pool.getSpec()), PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (int index = 0; index < pods.size(); index++) {
            Pod pod = pods.get(index);
            switch (answer(readings.get(index))) {
                case Counters counters -> answers.put(pod.getMetadata().getUid(), counters);
                case WorkerReading.Silent silent ->
                    troubles.add("pod %s: %s".formatted(pod.getMetadata().getName(), silent.reason()));
            }
        }
        window.work.add(asked, pods.size(), answers);
    }

    private List<Callable<WorkerReading>> questions(List<Pod> pods, WorkerPoolSpec spec) {
        List<Callable<WorkerReading>> questions = new ArrayList<>();
        for (Pod pod : pods) {
            String host = pod.getStatus().getPodIP();
            String authority = host.contains(":") ? "[" + host + "]" : host;
            URI address = URI.create("http://%s:%d/q/metrics".formatted(authority, spec.scrapePort()));
            questions.add(() -> scraper.scrape(address, spec.tier().workers()));
        }
        return questions;
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

    private static String key(WorkerPool pool) {
        return pool.getMetadata().getNamespace() + "/" + pool.getMetadata().getName();
    }

    @Override
    public void close() {
        readers.shutdownNow();
        scraper.close();
    }
}
