package dev.platen.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A broker as a process of its own: {@code BrokerMain [DATA_DIRECTORY [PORT]]}. What is not an argument is taken from
 * {@code PLATEN_BROKER_DATA_DIRECTORY} and {@code PLATEN_BROKER_PORT}; the port is 9092 where neither names one.
 *
 * <p>Prints one line to standard output when clients are served, and stops in order on SIGTERM. Ends with status 1 and
 * one line on standard error where it cannot start.
 */
public final class BrokerMain {
    private static final String DEFAULT_PORT = "9092";

    private BrokerMain() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] arguments) {
        logWarningsToStandardError();
        try {
            run(config(arguments, System.getenv()));
        } catch (BrokerStartException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Standard output is for the one line that others read. */
    private static void logWarningsToStandardError() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger root = Logger.getLogger("");
        Stream.of(root.getHandlers()).forEach(root::removeHandler);
        root.addHandler(new ConsoleHandler());
        root.setLevel(Level.WARNING);
    }

    private static void run(BrokerConfig config) {
        long start = System.nanoTime();
        Broker broker = Broker.start(config);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
        System.out.printf(
                "broker ready at %s after %d ms%n",
                broker.bootstrapServers(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private static BrokerConfig config(String[] arguments, Map<String, String> environment) {
        String directory = arguments.length > 0 ? arguments[0] : environment.get("PLATEN_BROKER_DATA_DIRECTORY");
        String port =
                arguments.length > 1 ? arguments[1] : environment.getOrDefault("PLATEN_BROKER_PORT", DEFAULT_PORT);
        if (directory == null) {
            throw new IllegalArgumentException(
                    "the broker needs a data directory and found none; pass it as the first argument or set PLATEN_BROKER_DATA_DIRECTORY");
        }
        return new BrokerConfig(Path.of(directory), port(port));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "broker port must be a number, found '%s'; pass it as the second argument".formatted(text), e);
        }
    }
}
