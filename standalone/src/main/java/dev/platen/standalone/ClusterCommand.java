package dev.platen.standalone;

import dev.platen.standalone.cluster.Cluster;
import dev.platen.standalone.cluster.ClusterConfig;
import dev.platen.standalone.cluster.Control;
import dev.platen.standalone.cluster.Orders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything as separate processes of this machine, as Kubernetes would run them. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = "Runs everything as separate processes: a broker, two caches, workers and a gateway.",
        subcommands = {ClusterCommand.StatusCommand.class, ClusterCommand.ScaleCommand.class})
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

    @Mixin
    private DataDirectory data = new DataDirectory();

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
                home, new ClusterConfig(port, data.directory, brokers, renderers, Optional.ofNullable(apiKeys)));
        Control control = Control.open(data.directory, new Orders(cluster));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(control, cluster), "platen-stop"));
        cluster.awaitReady(READY_PATIENCE, member -> System.out.print(member.line("ready")));
        System.out.print(ReadyMessage.of(port, (System.nanoTime() - started) / 1e9));
        Thread.currentThread().join(); // until Ctrl-C or SIGTERM, on which the hook stops the processes
        return 0;
    }

    private static void stop(Control control, Cluster cluster) {
        control.close();
        cluster.close();
    }

    private static int print(String answer) {
        boolean isRefused = answer.startsWith(Orders.REFUSED);
        (isRefused ? System.err : System.out).print(isRefused ? "platen: " + answer : answer);
        return isRefused ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.OK;
    }

    /** Where a cluster keeps what it has. */
    static final class DataDirectory {
        @Option(
                names = "--data-dir",
                paramLabel = "DIR",
                defaultValue = "${sys:platen.home:-.}/data/cluster",
                description = "Where schemas and logs are kept (default: data/cluster beside the launcher).")
        private Path directory = Path.of("data");
    }

    /** How it is. */
    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Prints every process of a running cluster: whether it is ready, its address, pid and log.")
    static final class StatusCommand implements Callable<Integer> {
        @Mixin
        private DataDirectory data = new DataDirectory();

        @Override
        public Integer call() {
            return print(Control.ask(data.directory, Orders.STATUS));
        }
    }

    /** More of it, or less. */
    @Command(
            name = "scale",
            mixinStandardHelpOptions = true,
            description = {
                "Starts or stops renderers of a running cluster until there are so many.",
                "Returns when those that came are ready and those that left have finished what they had begun."
            })
    static final class ScaleCommand implements Callable<Integer> {
        @Mixin
        private DataDirectory data = new DataDirectory();

        @Parameters(index = "0", paramLabel = "TIER", description = "What to scale: renderer.")
        private String tier = "";

        @Parameters(index = "1", paramLabel = "N", description = "How many there should be, 1 to 64.")
        private int number;

        @Override
        public Integer call() {
            if (!tier.equals("renderer")) {
                throw new IllegalArgumentException("renderer is what can be scaled, found '%s'".formatted(tier));
            }
            return print(Control.ask(data.directory, Orders.scale(number)));
        }
    }
}
