package dev.platen.operator.observe;

import dev.platen.operator.api.WorkerPool;
import dev.platen.operator.api.WorkerPoolSpec;
import dev.platen.operator.observe.TopicProbe.Reading;
import dev.platen.operator.observe.WorkerReading.Counters;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks at pools, remembers the last minute of each and turns it into figures. Thread-safe, as long as no pool is looked
 * at twice at the same time. A look takes seconds at most, whatever the pods and the broker do, and never throws for them.
 */
public final class Observer implements AutoCloseable {
    private static final int MOST_TROUBLES = 5;
    private static final WorkerReading UNASKED = new WorkerReading.Silent("nothing is known of it");

    private static final class Window {
        private final ArrivalWindow arrivals = new ArrivalWindow();
        private final WorkWindow work = new WorkWindow();
        private @Nullable Duration podStart;
    }

    private final Cluster cluster;
    private final TopicProbe topics;
    private final InstantSource clock;
    private final PodFigures figures;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Map<String, Observation> latest = new ConcurrentHashMap<>();

    /**
     * Looks through these.
     *
     * @param cluster where the pods are
     * @param topics where the offsets are
     * @param figures where the figures of the pods are; closed together with this
     * @param clock the time of the samples
     */
    public Observer(Cluster cluster, TopicProbe topics, PodFigures figures, InstantSource clock) {
        this.cluster = cluster;
        this.topics = topics;
        this.figures = figures;
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
        WorkerPoolSpec spec = pool.getSpec();
        Map<String, WorkerReading> readings = figures.read(
                pool.getMetadata().getNamespace(),
                pods,
                spec.scrapePort(),
                spec.tier().workers());
        for (Pod pod : pods) {
            String name = pod.getMetadata().getName();
            switch (readings.getOrDefault(name, UNASKED)) {
                case Counters counters -> answers.put(pod.getMetadata().getUid(), counters);
                case WorkerReading.Silent silent -> troubles.add("pod %s: %s".formatted(name, silent.reason()));
            }
        }
        window.work.add(asked, pods.size(), answers);
    }

    private static String key(WorkerPool pool) {
        return pool.getMetadata().getNamespace() + "/" + pool.getMetadata().getName();
    }

    @Override
    public void close() {
        figures.close();
    }
}
