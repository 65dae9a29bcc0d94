package dev.platen.benchmarks.operated;

import dev.platen.benchmarks.machine.Jvm;
import dev.platen.broker.Ports;
import dev.platen.testkit.Home;
import dev.platen.testkit.Termination;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The packaged operator as a process, with the flags of a member of a cluster.
 *
 * @param process that runs it
 * @param port at which it shows its metrics
 */
record OperatorProcess(Process process, int port) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Starts it; its output goes to a file. */
    static OperatorProcess start(Path output, Map<String, String> settings) throws IOException {
        Path jar = Home.path().resolve("operator/target/quarkus-app/quarkus-run.jar");
        int port = Ports.free();
        Process process = new ProcessBuilder(Jvm.service(jar, port, settings))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new OperatorProcess(process, port);
    }

    @Override
    public void close() {
        Termination.of(process, PATIENCE);
    }
}
