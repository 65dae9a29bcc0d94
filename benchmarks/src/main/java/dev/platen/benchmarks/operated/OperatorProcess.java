package dev.platen.benchmarks.operated;

import dev.platen.broker.Ports;
import dev.platen.testkit.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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
        int port = Ports.free();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port));
        settings.forEach((key, value) -> command.add("-D%s=%s".formatted(key, value)));
        command.add("-jar");
        command.add(Home.path()
                .resolve("operator/target/quarkus-app/quarkus-run.jar")
                .toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new OperatorProcess(process, port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException impatient) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
