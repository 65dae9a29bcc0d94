package dev.platen.standalone;

import dev.platen.standalone.cluster.Cluster;
import dev.platen.standalone.cluster.ClusterConfig;
import dev.platen.standalone.cluster.Member;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything as separate processes of this machine, as Kubernetes would run them. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = "Runs everything as separate processes: a broker, two caches, workers and a gateway.")
final class ClusterCommand implements Callable<Integer> {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);

    @Option(names = "--port", defaultValue = "8080", description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--brokers",
            defaultValue = "1",
            description = "Brokers: 1, or 3, of which one may be lost (default: ${DEFAULT-VALUE}).")
    private int brokers;

    @Option(names = "--renderers", defaultValue = "2", description = "Render processes (default: ${DEFAULT-VALUE}).")
    private int renderers;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${sys:platen.home:-.}/data/cluster",
            description = "Where schemas and logs are kept (default: data/cluster beside the launcher).")
    private Path dataDirectory = Path.of("data");

    @Option(
            names = "--api-keys",
            paramLabel = "FILE",
            description = "API keys, as ./platen key prints them. Without them, everybody may do everything.")
    private @Nullable Path apiKeys;

    @Override
    public Integer call() throws InterruptedException {
        long started = System.nanoTime();
        Path home = Path.of(System.getProperty("platen.home", "."));
        Cluster cluster = Cluster.start(
                home, new ClusterConfig(port, dataDirectory, brokers, renderers, Optional.ofNullable(apiKeys)));
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "platen-stop"));
        cluster.awaitReady(READY_PATIENCE, ClusterCommand::report);
        System.out.print(ReadyMessage.of(port, (System.nanoTime() - started) / 1e9));
        Thread.currentThread().join(); // until Ctrl-C or SIGTERM, on which the hook stops the processes
        return 0;
    }

    private static void report(Member member) {
        System.out.printf(
                "platen: %-10s ready  http://127.0.0.1:%d  pid %d  log %s%n",
                member.name(), member.port(), member.handle().pid(), member.log());
    }
}
