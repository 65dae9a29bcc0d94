package dev.platen.standalone;

import dev.platen.broker.Ports;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code up} on an empty folder for one schema and its page, and then the end. The launcher runs it once after each build
 * with {@code -XX:AOTCacheOutput}: what the JVM notes of it, later starts need not find out again. With {@code --at} it only
 * asks, and the services that answer do the noting; that is how images are trained.
 */
@Command(name = "train", hidden = true, description = "Runs everything for one page, and ends.")
final class TrainCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PROBE = Duration.ofMillis(100);
    private static final String SCHEMA = "/v1/schemas/trained";
    private static final int OK = 200;

    @ArgGroup(multiplicity = "1")
    private Trained trained = new Trained();

    /** What is trained. */
    static final class Trained {
        @Option(names = "--data-dir", paramLabel = "DIR", description = "This process, on an empty or missing folder.")
        private @Nullable Path dataDirectory;

        @Option(names = "--at", paramLabel = "URL", description = "What runs there already.")
        private @Nullable URI running;
    }

    @Override
    public Integer call() throws IOException {
        Path document = Path.of(System.getProperty("platen.home", "."), "examples", "sign-up.json");
        byte[] schema = Files.readAllBytes(document);
        if (trained.running != null) {
            Visit visit = new Visit(trained.running, schema);
            visit.untilThePageIsSeen();
            return visit.hasSeenThePage ? 0 : 1;
        }
        int port = Ports.free();
        Visit visit = new Visit(URI.create("http://127.0.0.1:" + port), schema);
        Thread.ofVirtual().name("platen-visit").start(visit);
        int status = new CommandLine(new UpCommand())
                .execute("--port", Integer.toString(port), "--data-dir", String.valueOf(trained.dataDirectory));
        return visit.hasSeenThePage ? status : 1;
    }

    /** Asks until everything is ready, then for what a first user would ask; ends the process in any case. */
    private static final class Visit implements Runnable {
        private final URI base;
        private final byte[] document;
        private volatile boolean hasSeenThePage;

        Visit(URI base, byte[] document) {
            this.base = base;
            this.document = document;
        }

        @Override
        public void run() {
            untilThePageIsSeen();
            if (!hasSeenThePage) {
                Runtime.getRuntime().halt(1);
            }
            Quarkus.asyncExit(0);
        }

        private void untilThePageIsSeen() {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!isListening() && System.nanoTime() < end) {
                LockSupport.parkNanos(PROBE.toNanos());
            }
            try (HttpClient http = HttpClient.newHttpClient()) {
                while (!hasSeenThePage && System.nanoTime() < end) {
                    hasSeenThePage = seesThePage(http);
                    LockSupport.parkNanos(PROBE.toNanos());
                }
            }
        }

        /** By a plain socket: the HTTP client has loggers, and must not look for them while Quarkus sets up its own. */
        private boolean isListening() {
            try (Socket _ = new Socket(base.getHost(), base.getPort())) {
                return true;
            } catch (IOException notYet) {
                return false;
            }
        }

        private boolean seesThePage(HttpClient http) {
            try {
                status(http, request(SCHEMA).PUT(BodyPublishers.ofByteArray(document)));
                return status(http, request(SCHEMA + "/render")) == OK;
            } catch (IOException notYet) {
                return false;
            }
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        }

        private static int status(HttpClient http, HttpRequest.Builder request) throws IOException {
            try {
                return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
    }
}
