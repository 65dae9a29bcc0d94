package dev.platen.standalone;

import dev.platen.broker.Broker;
import dev.platen.broker.BrokerConfig;
import dev.platen.broker.BrokerStartException;
import dev.platen.broker.Ports;
import dev.platen.standalone.cluster.FragmentKey;
import dev.platen.standalone.cluster.Identity;
import dev.platen.transport.KafkaClients;
import dev.platen.transport.Topics;
import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything in one process: broker, cache, compiler, renderer, gateway. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Runs everything in one process, with a real broker and a real cache inside.")
final class UpCommand implements Callable<Integer> {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration TOPIC_PATIENCE = Duration.ofSeconds(30);

    @Option(names = "--port", defaultValue = "8080", description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${sys:platen.home:-.}/data/up",
            description = "Where schemas are kept (default: data/up beside the launcher). They survive a restart.")
    private Path dataDirectory = Path.of("data");

    @Option(
            names = "--api-keys",
            paramLabel = "FILE",
            description = "API keys, as ./platen key prints them. Without them, everybody may do everything.")
    private @Nullable Path apiKeys;

    @Override
    public Integer call() {
        long started = System.nanoTime();
        System.out.println("platen: starting the broker …");
        Broker broker;
        try {
            broker = Broker.start(BrokerConfig.of(dataDirectory.resolve("broker"), System.getenv()));
        } catch (BrokerStartException cannotStart) {
            System.err.println("platen: " + cannotStart.getMessage());
            return 1;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopLast(broker, stopped), "platen-stop"));
        createTopics(broker);
        configure(broker, started);
        System.out.printf("platen: Kafka serves %s%n", broker.bootstrapServers());
        System.out.println("platen: starting the cache and the services …");
        Quarkus.run(UpApplication.class, (_, _) -> {});
        stopped.countDown();
        return 0;
    }

    /** The broker goes last: until the services have stopped, they still have answers to send and offsets to commit. */
    private static void stopLast(Broker broker, CountDownLatch servicesStopped) {
        try {
            boolean _ = servicesStopped.await(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        broker.close();
    }

    private static void createTopics(Broker broker) {
        try (Admin admin = new KafkaClients(broker.bootstrapServers(), Map.of()).admin()) {
            new Topics(admin, (short) 1, InstantSource.system()).ensure(TOPIC_PATIENCE);
        }
    }

    private void configure(Broker broker, long started) {
        int cachePort = Ports.free();
        Map.of(
                        "platen.kafka.bootstrap-servers", broker.bootstrapServers(),
                        "platen.kafka.member", "up",
                        "platen.cache.port", Integer.toString(cachePort),
                        "platen.cache-client.servers", "127.0.0.1:" + cachePort,
                        "quarkus.http.host", "127.0.0.1",
                        "quarkus.http.port", Integer.toString(port),
                        "platen.started-nanos", Long.toString(started))
                .forEach(System::setProperty);
        Identity.of(apiKeys).forEach(System::setProperty);
        FragmentKey.of(dataDirectory).forEach(System::setProperty);
    }
}
