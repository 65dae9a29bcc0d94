package dev.platen.operator.observe;

import dev.platen.contract.flow.WorkerTier;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;

/** Where the figures of pods come from. Thread-safe. */
public interface PodFigures extends AutoCloseable {
    /**
     * What is known of pods that should show their figures; takes seconds at most, and never throws for what does not answer.
     *
     * @param namespace of the pods
     * @param pods ready ones, with addresses
     * @param port at which every pod shows its metrics
     * @param tier of the figures
     * @return a reading for every pod, by its name
     */
    Map<String, WorkerReading> read(String namespace, List<Pod> pods, int port, WorkerTier tier)
            throws InterruptedException;

    @Override
    void close();
}
