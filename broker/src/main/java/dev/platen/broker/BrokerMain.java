package dev.platen.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A broker as a process of its own: {@code BrokerMain [DATA_DIRECTORY [PORT [NODE CONTROLLER_PORT...]]]}. What is not an argument is taken from
 * {@code PLATEN_BROKER_DATA_DIRECTORY} and {@code PLATEN_BROKER_PORT}; the port is 9092 where neither names one. A broker
 * among several is told its number, and where each of them hears the others. Clients are sent to
 * {@code PLATEN_BROKER_ADVERTISED_PORT} where that is set.
 *
 * <p>Prints one line to standard output when clients are served, and stops in order on SIGTERM. Ends with status 1 and
 * one line on standard error where it cannot start.
 */
public final class BrokerMain {
    private static final String DEFAULT_PORT = "9092";

    /** The argument with which those begin that tell of other brokers. */
    private static final int QUORUM = 2;

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
        String port = arguments.length > 1 ? arguments[1] : environment.getOrDefault(BrokerConfig.PORT, DEFAULT_PORT);
        if (directory == null) {
            throw new IllegalArgumentException(
                    "the broker needs a data directory and found none; pass it as the first argument or set PLATEN_BROKER_DATA_DIRECTORY");
        }
        return new BrokerConfig(
                Path.of(directory), port(port), BrokerConfig.advertisedPort(environment), quorum(arguments));
    }

    private static Quorum quorum(String[] arguments) {
        if (arguments.length <= QUORUM) {
            return Quorum.ALONE;
        }
        List<Integer> ports =
                Arrays.stream(arguments).skip(QUORUM + 1).map(BrokerMain::port).toList();
        return new Quorum(number("broker number", arguments[QUORUM]), ports);
    }

    private static int port(String text) {
        return number("broker port", text);
    }

    private static int number(String what, String text) {
        try {
            return BrokerConfig.number(what, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; the arguments are DATA_DIRECTORY PORT NODE CONTROLLER_PORT...", e);
        }
    }
}
