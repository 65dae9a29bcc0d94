package dev.platen.benchmarks.load;

import dev.platen.benchmarks.machine.TemporaryFolder;
import dev.platen.testkit.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** {@link BareServer} as a process of its own, with the flags of Platen; stopped when closed, and when this one ends. */
final class BareProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final TemporaryFolder folder;
    private final Process process;
    private final int port;

    private BareProcess(TemporaryFolder folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    static BareProcess start(byte[] page) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        Path file = Files.write(folder.path().resolve("page.html"), page);
        int port = Ports.free();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.path().resolve("output.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        BareProcess bare = new BareProcess(folder, process, port);
        bare.awaitPage(page.length);
        return bare;
    }

    private void awaitPage(int length) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Client client = new Client(port)) {
            while (!answers(client, length)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("the bare server did not answer within %s".formatted(PATIENCE));
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    private static boolean answers(Client client, int length) {
        try {
            return client.get("/").body().length == length;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
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
        folder.close();
    }
}
