package dev.platen.benchmarks.operated;

import dev.platen.benchmarks.machine.Jvm;
import dev.platen.broker.Ports;
import dev.platen.testkit.Home;
import dev.platen.testkit.Termination;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The packaged operator as a process, with the flags of a member of a cluster. */
record OperatorProcess(Process process) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Starts it; its output goes to a file. */
    static OperatorProcess start(Path output, Map<String, String> settings) throws IOException {
        Path jar = Home.path().resolve("operator/target/quarkus-app/quarkus-run.jar");
        return new OperatorProcess(new ProcessBuilder(Jvm.service(jar, Ports.free(), settings))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start());
    }

    @Override
    public void close() {
        Termination.of(process, PATIENCE);
    }
}
